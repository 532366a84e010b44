-- Reads the version of an instance.
-- KEYS[1]  hash  the instance: state, version, body
-- returns  {version}, 0 if there is no such instance
return { tonumber(redis.call('HGET', KEYS[1], 'version') or 0) }
