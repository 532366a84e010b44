-- Lets a player go if the lease is still the one shown. The epoch stays: it must not start again.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch
-- ARGV[1]  string  the owner's nonce
-- ARGV[2]  integer  the owner's epoch
-- returns  {1 if it was held, else 0}
local lease = redis.call('HMGET', KEYS[1], 'nonce', 'epoch')
if lease[1] ~= ARGV[1] or lease[2] ~= ARGV[2] then
  return { 0 }
end
redis.call('HDEL', KEYS[1], 'node', 'nonce', 'expires')
return { 1 }
