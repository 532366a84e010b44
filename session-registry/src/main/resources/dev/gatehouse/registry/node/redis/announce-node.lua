-- Says that a node lives, and forgets those whose announcement ended.
-- KEYS[1]  zset  node id, by when its announcement ends
-- KEYS[2]  hash  node id -> its record
-- ARGV[1]  string  node id
-- ARGV[2]  bytes  its record
-- ARGV[3]  integer  ttl in ms
-- returns  {number forgotten}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ended = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
for _, node in ipairs(ended) do
  redis.call('ZREM', KEYS[1], node)
  redis.call('HDEL', KEYS[2], node)
end
redis.call('ZADD', KEYS[1], string.format('%.0f', now + tonumber(ARGV[3])), ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return { #ended }
