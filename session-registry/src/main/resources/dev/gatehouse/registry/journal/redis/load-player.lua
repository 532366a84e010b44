-- Reads all that is kept of a player.
-- KEYS[1]  hash  the snapshot: index, bytes
-- KEYS[2]  list  the journal: entries from the snapshot's index + 1
-- returns  {entries} without a snapshot, {entries, index, bytes} with one
local entries = redis.call('LRANGE', KEYS[2], 0, -1)
local snapshot = redis.call('HMGET', KEYS[1], 'index', 'bytes')
if not snapshot[1] then
  return { entries }
end
return { entries, tonumber(snapshot[1]), snapshot[2] }
