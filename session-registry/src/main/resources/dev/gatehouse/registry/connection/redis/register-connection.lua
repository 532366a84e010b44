-- Registers a connection under its game, or keeps it registered, and sweeps out some of those that ended.
-- KEYS[1]  zset  session id, by when its registration ends
-- KEYS[2]  hash  session id -> player/proxy
-- ARGV[1]  string  session id
-- ARGV[2]  string  player/proxy
-- ARGV[3]  integer  ttl in ms
-- ARGV[4]  integer  most to sweep out at once
-- returns  {number swept out}
local ttl = tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local ended = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now), 'LIMIT', 0, ARGV[4])
for _, session in ipairs(ended) do
  redis.call('ZREM', KEYS[1], session)
  redis.call('HDEL', KEYS[2], session)
end
redis.call('ZADD', KEYS[1], string.format('%.0f', now + ttl), ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
for _, key in ipairs(KEYS) do
  if redis.call('PTTL', key) < ttl then
    redis.call('PEXPIRE', key, ttl)
  end
end
return { #ended }
