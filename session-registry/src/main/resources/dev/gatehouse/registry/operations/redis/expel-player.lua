-- Lists an order to end a player's sessions, and forgets those that were listed long enough.
-- KEYS[1]  zset  kind/player id, by when it is listed no more
-- KEYS[2]  hash  kind/player id -> the order
-- ARGV[1]  string  kind/player id
-- ARGV[2]  bytes  the order
-- ARGV[3]  integer  ttl in ms
-- returns  {number forgotten}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ended = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
for _, expelled in ipairs(ended) do
  redis.call('ZREM', KEYS[1], expelled)
  redis.call('HDEL', KEYS[2], expelled)
end
redis.call('ZADD', KEYS[1], string.format('%.0f', now + tonumber(ARGV[3])), ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
end
return { #ended }
