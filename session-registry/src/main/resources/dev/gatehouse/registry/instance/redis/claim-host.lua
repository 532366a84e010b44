-- Binds a host's server to an instance, once, and tells to which it is bound.
-- KEYS[1]  string  the instance id
-- ARGV[1]  string  the candidate's instance id
-- ARGV[2]  integer  ttl in ms
-- returns  {instance id}
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2], 'NX')
return { redis.call('GET', KEYS[1]) }
