-- Stores a new instance, unless there is one.
-- KEYS[1]  hash  the instance: state, version, body
-- KEYS[2]  string  there while its server was heard lately
-- ARGV[1]  string  its state
-- ARGV[2]  bytes  its body
-- ARGV[3]  integer  ttl in ms
-- ARGV[4]  integer  for so many ms its server counts as heard, 0 for not at all
-- returns  {1 if it is stored, 0 if there was another one}
local body = redis.call('HGET', KEYS[1], 'body')
if body then
  -- Stored already where it is the same: the answer to the first attempt was lost.
  return { body == ARGV[2] and 1 or 0 }
end
-- By the clock, as every later version.
local time = redis.call('TIME')
local version = string.format('%.0f', time[1] * 1000000 + time[2])
redis.call('HSET', KEYS[1], 'state', ARGV[1], 'version', version, 'body', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
if tonumber(ARGV[4]) > 0 then
  redis.call('SET', KEYS[2], '', 'PX', ARGV[4])
end
return { 1 }
