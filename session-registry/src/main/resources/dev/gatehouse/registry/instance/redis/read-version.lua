-- Reads the version of an instance and its live link.
-- KEYS[1]  hash  the instance: state, version, body
-- KEYS[2]  string  the live link of its server
-- returns  {version, the link if one is live}; the version is 0 if there is no such instance
local reply = { tonumber(redis.call('HGET', KEYS[1], 'version') or 0) }
local live = redis.call('GET', KEYS[2])
if live then
  reply[2] = live
end
return reply
