-- Reads the rules of a game.
-- KEYS[1]  hash  the rules: version, body
-- returns  {version, body}, or {} if there never were any
local rules = redis.call('HMGET', KEYS[1], 'version', 'body')
if not rules[2] then
  return {}
end
return { tonumber(rules[1]), rules[2] }
