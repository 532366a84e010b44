-- Tells which player a guest's device plays as, and makes the candidate that player if there is none.
-- KEYS[1]  string  the player id
-- ARGV[1]  string  the candidate's player id
-- returns  {player id}
local known = redis.call('GET', KEYS[1])
if known then
  return { known }
end
redis.call('SET', KEYS[1], ARGV[1])
return { ARGV[1] }
