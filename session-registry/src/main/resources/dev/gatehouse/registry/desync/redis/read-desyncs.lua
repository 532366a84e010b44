-- Reads what is kept of a player's desyncs.
-- KEYS[1]  hash  the player's desyncs: id -> bytes
-- returns  {id, bytes, id, bytes, ...} in no order
return redis.call('HGETALL', KEYS[1])
