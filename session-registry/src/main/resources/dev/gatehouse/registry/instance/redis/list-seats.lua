-- Lists the instances in which a player may have a seat, the one that was taken last first.
-- KEYS[1]  zset  instance id, by the version of the instance that the seat is taken on
-- ARGV[1]  integer  most instances
-- returns  {instance id, ...}
return redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1] - 1)
