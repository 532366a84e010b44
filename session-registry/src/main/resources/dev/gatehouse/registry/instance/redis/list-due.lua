-- Lists the instances whose time to be looked at has come, the most overdue first.
-- KEYS[1]  zset  instance id, by when it is to be looked at
-- ARGV[1]  integer  most instances
-- returns  {instance id, ...}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now), 'LIMIT', 0, ARGV[1])
