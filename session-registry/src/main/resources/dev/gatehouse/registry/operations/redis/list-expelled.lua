-- Lists the orders to end players' sessions, the latest first.
-- KEYS[1]  zset  kind/player id, by when it is listed no more
-- KEYS[2]  hash  kind/player id -> the order
-- ARGV[1]  integer  most orders
-- returns  {order, ...}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local listed = redis.call('ZREVRANGEBYSCORE', KEYS[1], '+inf', string.format('(%.0f', now), 'LIMIT', 0, ARGV[1])
local orders = {}
for i, expelled in ipairs(listed) do
  orders[i] = redis.call('HGET', KEYS[2], expelled)
end
return orders
