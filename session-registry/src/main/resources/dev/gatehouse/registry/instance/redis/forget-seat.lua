-- Forgets a player's seat in an instance, unless it was noted on the version shown or a later one.
-- KEYS[1]  zset  instance id, by the version of the instance that the seat is taken on
-- ARGV[1]  string  instance id
-- ARGV[2]  integer  the version at which the player had none
-- returns  {1 if it was forgotten, else 0}
local noted = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not noted or tonumber(noted) >= tonumber(ARGV[2]) then
  return { 0 }
end
return { redis.call('ZREM', KEYS[1], ARGV[1]) }
