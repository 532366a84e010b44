-- Stores the next rules of a game if their version is exactly the one shown.
-- KEYS[1]  hash  the rules: version, body
-- ARGV[1]  integer  the version now, 0 for none
-- ARGV[2]  bytes  the next body
-- returns  {1 if it is stored, 0 if the version is another}
local rules = redis.call('HMGET', KEYS[1], 'version', 'body')
local version = rules[1] or '0'
local following = string.format('%.0f', tonumber(ARGV[1]) + 1)
if version == following and rules[2] == ARGV[2] then
  -- Stored already: the answer to the first attempt was lost.
  return { 1 }
end
if version ~= ARGV[1] then
  return { 0 }
end
redis.call('HSET', KEYS[1], 'version', following, 'body', ARGV[2])
return { 1 }
