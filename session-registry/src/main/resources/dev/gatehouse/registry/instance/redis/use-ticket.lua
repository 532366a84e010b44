-- Uses a ticket up.
-- KEYS[1]  string  who used it
-- ARGV[1]  string  one use: made for this call only
-- ARGV[2]  integer  ttl in ms
-- returns  {1 if this is its first use, else 0}
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
return { redis.call('GET', KEYS[1]) == ARGV[1] and 1 or 0 }
