-- Forgets a session of a player, if the lease shown is the player's lease.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch
-- KEYS[2]  hash  the sessions: session id -> bytes
-- ARGV[1]  string  the writer's nonce
-- ARGV[2]  integer  the writer's epoch
-- ARGV[3]  string  session id
-- returns  {1} if it is forgotten, {0, node id of the last owner or empty} if refused
local lease = redis.call('HMGET', KEYS[1], 'nonce', 'epoch', 'node')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] then
  return { 0, lease[3] or '' }
end
redis.call('HDEL', KEYS[2], ARGV[3])
return { 1 }
