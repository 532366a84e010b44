-- Stores a session of a player, in place of an earlier state of it, if the lease shown is the player's lease.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch, kept
-- KEYS[2]  hash  the sessions: session id -> bytes
-- ARGV[1]  string  the writer's nonce
-- ARGV[2]  integer  the writer's epoch
-- ARGV[3]  integer  ms for which the player's sessions are kept
-- ARGV[4]  integer  most sessions to keep
-- ARGV[5]  string  session id
-- ARGV[6]  bytes  the session
-- ARGV[7]  integer  number of this write: one more than that of the writer's write before
-- ARGV[8]  integer  1 if it is noted as kept whatever is known of the writes before, else 0: only after the one before
-- returns  {1} if it is stored, {0, node id of the last owner or empty} if refused
local lease = redis.call('HMGET', KEYS[1], 'nonce', 'epoch', 'node', 'kept')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] then
  return { 0, lease[3] or '' }
end

local known = redis.call('HEXISTS', KEYS[2], ARGV[5]) == 1
if not known and redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[4]) then
  return redis.error_reply('FULL sessions: ' .. ARGV[4] .. ' (expected: fewer)')
end
redis.call('HSET', KEYS[2], ARGV[5], ARGV[6])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
if ARGV[8] == '1' or lease[4] == ARGV[1] .. '/' .. (tonumber(ARGV[7]) - 1) then
  redis.call('HSET', KEYS[1], 'kept', ARGV[1] .. '/' .. ARGV[7])
end
return { 1 }
