-- Reads all sessions that are kept of a player.
-- KEYS[1]  hash  the sessions: session id -> bytes
-- returns  {{session id, bytes, ...}, ms until they are forgotten, below 0 without any}
return { redis.call('HGETALL', KEYS[1]), redis.call('PTTL', KEYS[1]) }
