-- Takes an order to end a player's sessions off the list.
-- KEYS[1]  zset  kind/player id, by when it is listed no more
-- KEYS[2]  hash  kind/player id -> the order
-- ARGV[1]  string  kind/player id
-- returns  {1 if it was listed, else 0}
redis.call('HDEL', KEYS[2], ARGV[1])
return { redis.call('ZREM', KEYS[1], ARGV[1]) }
