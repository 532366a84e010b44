-- Adds an instance to the list of its game, and drops from it what is too old to be kept.
-- KEYS[1]  zset  instance id, by when it was added
-- ARGV[1]  string  instance id
-- ARGV[2]  integer  ttl in ms
-- returns  {number dropped}
local ttl = tonumber(ARGV[2])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local dropped = redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - ttl))
redis.call('ZADD', KEYS[1], 'NX', string.format('%.0f', now), ARGV[1])
redis.call('PEXPIRE', KEYS[1], ttl)
return { dropped }
