-- Notes when an instance is to be looked at.
-- KEYS[1]  zset  instance id, by when it is to be looked at
-- ARGV[1]  string  instance id
-- ARGV[2]  integer  delay in ms
-- ARGV[3]  integer  1 to leave an earlier time as it is, else 0
-- returns  {1 if it was not noted before, else 0}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local at = string.format('%.0f', now + tonumber(ARGV[2]))
if ARGV[3] == '1' then
  return { redis.call('ZADD', KEYS[1], 'LT', at, ARGV[1]) }
end
return { redis.call('ZADD', KEYS[1], at, ARGV[1]) }
