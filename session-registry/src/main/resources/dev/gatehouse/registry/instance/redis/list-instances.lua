-- Lists the newest instances of a game, newest first.
-- KEYS[1]  zset  instance id, by when it was added
-- ARGV[1]  integer  most instances
-- returns  {instance id, ...}
return redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1)
