-- Stores a player's snapshot and trims the journal up to it, if the lease shown is the player's lease. The snapshot
-- may reach beyond the journal: entries that were stored are missing then, and it stands for them.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch
-- KEYS[2]  hash  the snapshot: index, bytes
-- KEYS[3]  list  the journal: entries from the snapshot's index + 1
-- ARGV[1]  string  the writer's nonce
-- ARGV[2]  integer  the writer's epoch
-- ARGV[3]  integer  index of the last entry that the snapshot contains
-- ARGV[4]  bytes  the snapshot
-- returns  {1, next index, entries kept} if it is stored, {0, node id of the last owner or empty} if refused
local lease = redis.call('HMGET', KEYS[1], 'nonce', 'epoch', 'node')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] then
  return { 0, lease[3] or '' }
end

local before = tonumber(redis.call('HGET', KEYS[2], 'index') or '0')
local last = before + redis.call('LLEN', KEYS[3])
local index = tonumber(ARGV[3])
if index < before then
  return redis.error_reply(string.format('MISPLACED snapshot: %.0f (expected: at least %.0f)', index, before))
end
last = math.max(last, index)
redis.call('LTRIM', KEYS[3], index - before, -1)
redis.call('HSET', KEYS[2], 'index', ARGV[3], 'bytes', ARGV[4])
return { 1, last + 1, last - index }
