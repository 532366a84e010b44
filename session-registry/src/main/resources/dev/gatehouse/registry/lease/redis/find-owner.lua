-- Tells which node holds a player now.
-- KEYS[1]  hash  the lease: node, nonce, expires, epoch
-- returns  {node id}, or {} if nobody does
local lease = redis.call('HMGET', KEYS[1], 'node', 'expires')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if tonumber(lease[2] or '0') > now then
  return { lease[1] }
end
return {}
