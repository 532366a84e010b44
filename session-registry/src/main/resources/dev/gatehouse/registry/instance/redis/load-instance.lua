-- Reads an instance, for how much longer its server counts as heard, and its live link.
-- KEYS[1]  hash  the instance: state, version, body
-- KEYS[2]  string  there while its server was heard lately
-- KEYS[3]  string  the live link of its server
-- returns  {version, body, ms for which it counts as heard, below 0 for none, the link if one is live}, or {} if there is no such instance
local instance = redis.call('HMGET', KEYS[1], 'version', 'body')
if not instance[2] then
  return {}
end
local reply = { tonumber(instance[1]), instance[2], redis.call('PTTL', KEYS[2]) }
local live = redis.call('GET', KEYS[3])
if live then
  reply[4] = live
end
return reply
