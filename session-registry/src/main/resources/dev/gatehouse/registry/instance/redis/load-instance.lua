-- Reads an instance, and whether its server was heard lately.
-- KEYS[1]  hash  the instance: state, version, body
-- KEYS[2]  string  there while its server was heard lately
-- returns  {version, body, 1 if it was heard, else 0}, or {} if there is no such instance
local instance = redis.call('HMGET', KEYS[1], 'version', 'body')
if not instance[2] then
  return {}
end
return { tonumber(instance[1]), instance[2], redis.call('EXISTS', KEYS[2]) }
