-- Ends a newcomer's turn, so that the next one may be listed.
-- KEYS[1]  string  the session id of the newcomer whose turn it is
-- ARGV[1]  string  session id
-- returns  {1 if it was its turn, else 0}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return { 0 }
end
return { redis.call('DEL', KEYS[1]) }
