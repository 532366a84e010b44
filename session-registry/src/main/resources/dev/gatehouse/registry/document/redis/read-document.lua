-- Reads the newest version of a document.
-- KEYS[1]  hash  version, value, lately
-- returns  {version, value}, or {} where there is none
local document = redis.call('HMGET', KEYS[1], 'version', 'value')
if not document[2] then
  return {}
end
return { tonumber(document[1]), document[2] }
