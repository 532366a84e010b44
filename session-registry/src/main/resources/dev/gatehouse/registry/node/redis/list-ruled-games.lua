-- Lists the games that have a say in what is done with their instances.
-- KEYS[1]  zset  game id, by when the last announcement ends that said so
-- returns  {game id, ...}
return redis.call('ZRANGE', KEYS[1], 0, -1)
