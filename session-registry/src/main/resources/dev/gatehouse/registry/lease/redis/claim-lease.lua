-- Takes a player for an owner, unless another holds it.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch
-- ARGV[1]  string  node id of the claimant
-- ARGV[2]  string  nonce of the claimant
-- ARGV[3]  integer  ttl in ms
-- ARGV[4]  string  node id whose lease need not be waited for, or empty
-- ARGV[5]  integer  ms for which the lease's epoch is kept, 0 for ever
-- returns  {1, epoch} if it was taken, {0, node id of the holder, ms until its lease ends} if not
local node, nonce, ttl, gone = ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local lease = redis.call('HMGET', KEYS[1], 'node', 'nonce', 'expires', 'epoch')
local ends = tonumber(lease[3] or '0')
local mine = lease[1] == node and lease[2] == nonce
if not mine and ends > now and lease[1] ~= gone then
  return { 0, lease[1], ends - now }
end

local epoch = lease[4]
if not mine then
  epoch = redis.call('HINCRBY', KEYS[1], 'epoch', 1)
end
redis.call('HSET', KEYS[1], 'node', node, 'nonce', nonce, 'expires', string.format('%.0f', now + ttl))
if tonumber(ARGV[5]) > 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
return { 1, tonumber(epoch) }
