-- Stores an instance's next body if its state and version are exactly those shown.
-- KEYS[1]  hash  the instance: state, version, body
-- ARGV[1]  string  its state now
-- ARGV[2]  integer  its version now
-- ARGV[3]  string  its next state
-- ARGV[4]  bytes  its next body
-- ARGV[5]  integer  ttl in ms
-- returns  {1 if it is stored, 0 if it is not what was shown}
local now = redis.call('HMGET', KEYS[1], 'state', 'version', 'body')
local version = string.format('%.0f', tonumber(ARGV[2]) + 1)
if now[1] == ARGV[3] and now[2] == version and now[3] == ARGV[4] then
  -- Stored already: the answer to the first attempt was lost.
  return { 1 }
end
if now[1] ~= ARGV[1] or now[2] ~= ARGV[2] then
  return { 0 }
end
redis.call('HSET', KEYS[1], 'state', ARGV[3], 'version', version, 'body', ARGV[4])
redis.call('PEXPIRE', KEYS[1], ARGV[5])
return { 1 }
