-- Says that a node lives, notes which of its games have a say in their instances, and forgets nodes
-- whose announcement ended.
-- KEYS[1]  zset  node id, by when its announcement ends
-- KEYS[2]  hash  node id -> its record
-- KEYS[3]  zset  game id, by when the last announcement ends that said that it has a say
-- ARGV[1]  string  node id
-- ARGV[2]  bytes  its record
-- ARGV[3]  integer  ttl in ms
-- ARGV[4..]  string  1 if the game has a say in its instances else 0, game id; of each that it hosts
-- returns  {number forgotten}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local ended = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now))
for _, node in ipairs(ended) do
  redis.call('ZREM', KEYS[1], node)
  redis.call('HDEL', KEYS[2], node)
end
local announced = string.format('%.0f', now + tonumber(ARGV[3]))
redis.call('ZADD', KEYS[1], announced, ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
for i = 4, #ARGV, 2 do
  if ARGV[i] == '1' then
    redis.call('ZADD', KEYS[3], 'GT', announced, ARGV[i + 1])
  else
    local stands = redis.call('ZSCORE', KEYS[3], ARGV[i + 1])
    if stands and tonumber(stands) <= now then
      redis.call('ZREM', KEYS[3], ARGV[i + 1])
    end
  end
end
return { #ended }
