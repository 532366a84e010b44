-- Removes a connection from its game.
-- KEYS[1]  zset  session id, by when its registration ends
-- KEYS[2]  hash  session id -> player/proxy
-- ARGV[1]  string  session id
-- returns  {1 if it was registered, else 0}
redis.call('HDEL', KEYS[2], ARGV[1])
return { redis.call('ZREM', KEYS[1], ARGV[1]) }
