-- Says that a node is about to go.
-- KEYS[1]  zset  node id, by when its announcement ends
-- KEYS[2]  hash  node id -> its record
-- ARGV[1]  string  node id
-- returns  {1 if it was announced, else 0}
redis.call('HDEL', KEYS[2], ARGV[1])
return { redis.call('ZREM', KEYS[1], ARGV[1]) }
