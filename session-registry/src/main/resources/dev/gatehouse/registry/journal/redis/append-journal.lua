-- Appends entries to a player's journal, all or none, if the lease shown is the player's lease.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch
-- KEYS[2]  hash  the snapshot: index, bytes
-- KEYS[3]  list  the journal: entries from the snapshot's index + 1
-- ARGV[1]  string  the writer's nonce
-- ARGV[2]  integer  the writer's epoch
-- ARGV[3]  integer  index of the first entry
-- ARGV[4]  integer  most entries to keep
-- ARGV[5..]  bytes  the entries
-- returns  {1, next index, entries kept} if they are stored, {0, node id of the last owner or empty} if refused,
--          {2, next index} if entries are missing that were stored before
local lease = redis.call('HMGET', KEYS[1], 'nonce', 'epoch', 'node')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] then
  return { 0, lease[3] or '' }
end

local kept = redis.call('LLEN', KEYS[3])
local next = tonumber(redis.call('HGET', KEYS[2], 'index') or '0') + kept + 1
local first, count = tonumber(ARGV[3]), #ARGV - 4
if first + count == next then
  -- Stored already: the answer to the first attempt was lost. Something is written all the same, so that a WAIT
  -- behind this script waits for a replica that has this, and all before it.
  redis.call('HSET', KEYS[1], 'epoch', ARGV[2])
  return { 1, next, kept }
end
if first > next then
  return { 2, next }
end
if first ~= next then
  return redis.error_reply(string.format('MISPLACED first index: %.0f (expected: %.0f)', first, next))
end
if kept + count > tonumber(ARGV[4]) then
  return redis.error_reply(string.format('FULL journal: %.0f entries (expected: a snapshot before)', kept))
end
for i = 5, #ARGV do
  redis.call('RPUSH', KEYS[3], ARGV[i])
end
return { 1, next + count, kept + count }
