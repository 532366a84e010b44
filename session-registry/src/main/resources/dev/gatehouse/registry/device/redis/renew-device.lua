-- Keeps a session listed among those of its device.
-- KEYS[1]  hash  the device's sessions: session id -> expires/connected at/recovering/player/proxy
-- ARGV[1]  string  session id
-- ARGV[2]  integer  1 if it is recovering, else 0
-- ARGV[3]  integer  ttl in ms
-- returns  {1 if it is listed, else 0}
local ttl = tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local value = redis.call('HGET', KEYS[1], ARGV[1])
if not value then
  return { 0 }
end
local expires, connected, rest = string.match(value, '^(%d+)/(%d+)/[01]/(.*)$')
if tonumber(expires) <= now then
  redis.call('HDEL', KEYS[1], ARGV[1])
  return { 0 }
end
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f/%s/%s/%s', now + ttl, connected, ARGV[2], rest))
if redis.call('PTTL', KEYS[1]) < ttl then
  redis.call('PEXPIRE', KEYS[1], ttl)
end
return { 1 }
