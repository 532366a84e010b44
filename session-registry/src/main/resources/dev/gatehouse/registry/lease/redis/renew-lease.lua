-- Renews a lease, ended or not, if its owner is still the last one, and keeps the player's sessions with it.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch, kept
-- KEYS[2]  hash  the sessions: session id -> bytes
-- KEYS[3]  hash  the snapshot: index, bytes
-- KEYS[4]  list  the journal: entries from the snapshot's index + 1
-- ARGV[1]  string  the owner's nonce
-- ARGV[2]  integer  the owner's epoch
-- ARGV[3]  integer  ttl in ms
-- ARGV[4]  integer  ms for which the player's sessions are kept
-- ARGV[5]  integer  ms for which the lease's epoch is kept, 0 for ever
-- returns  {1, next index of the journal, number up to which all the owner's writes of sessions are known, or 0} if it is
--          held, else {0}
local lease = redis.call('HMGET', KEYS[1], 'nonce', 'epoch', 'kept')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] then
  return { 0 }
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('HSET', KEYS[1], 'expires', string.format('%.0f', now + tonumber(ARGV[3])))
redis.call('PEXPIRE', KEYS[2], ARGV[4])
if tonumber(ARGV[5]) > 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
local next = tonumber(redis.call('HGET', KEYS[3], 'index') or '0') + redis.call('LLEN', KEYS[4]) + 1
local writer, kept = string.match(lease[3] or '', '^(.*)/(%d+)$')
return { 1, next, writer == ARGV[1] and tonumber(kept) or 0 }
