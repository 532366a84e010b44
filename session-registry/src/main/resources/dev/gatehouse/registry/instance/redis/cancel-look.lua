-- Takes an instance off the list of those to be looked at.
-- KEYS[1]  zset  instance id, by when it is to be looked at
-- ARGV[1]  string  instance id
-- returns  {1 if it was on it, else 0}
return { redis.call('ZREM', KEYS[1], ARGV[1]) }
