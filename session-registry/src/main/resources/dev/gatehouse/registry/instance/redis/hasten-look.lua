-- Notes by when an instance is to be looked at, unless it is to be earlier.
-- KEYS[1]  zset  instance id, by when it is to be looked at
-- ARGV[1]  string  instance id
-- ARGV[2]  integer  delay in ms
-- returns  {1 if it was not noted before, else 0}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return { redis.call('ZADD', KEYS[1], 'LT', string.format('%.0f', now + tonumber(ARGV[2])), ARGV[1]) }
