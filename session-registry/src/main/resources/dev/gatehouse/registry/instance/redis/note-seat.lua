-- Notes that a player is about to have a seat in an instance, and drops what is too old or too much.
-- KEYS[1]  zset  instance id, by the version of the instance that the seat is taken on
-- ARGV[1]  string  instance id
-- ARGV[2]  integer  that version: microseconds by Redis' clock
-- ARGV[3]  integer  most instances
-- ARGV[4]  integer  ttl in ms
-- returns  {number dropped}
local ttl = tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local dropped = redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - ttl * 1000))
redis.call('ZADD', KEYS[1], 'GT', ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ttl)
return { dropped + redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[3])) }
