-- Tells the live link of an instance.
-- KEYS[1]  string  the live link
-- returns  {link}, or {} if none is live
local live = redis.call('GET', KEYS[1])
return live and { live } or {}
