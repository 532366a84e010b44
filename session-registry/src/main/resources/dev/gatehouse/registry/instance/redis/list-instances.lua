-- Lists the newest instances of a game, newest first.
-- KEYS[1]  zset  instance id, by when it was added
-- ARGV[1]  integer  most instances
-- ARGV[2]  string  instance id that all are older than; empty to begin with the newest
-- returns  {instance id, ...}
local from = 0
if ARGV[2] ~= '' then
  local rank = redis.call('ZREVRANK', KEYS[1], ARGV[2])
  if not rank then
    return {}
  end
  from = rank + 1
end
return redis.call('ZREVRANGE', KEYS[1], from, from + ARGV[1] - 1)
