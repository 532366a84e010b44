-- Gives the link of an instance up, if it is the one shown.
-- KEYS[1]  string  the live link
-- ARGV[1]  string  the link shown
-- returns  {1 if it was, else 0}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return { 0 }
end
return { redis.call('DEL', KEYS[1]) }
