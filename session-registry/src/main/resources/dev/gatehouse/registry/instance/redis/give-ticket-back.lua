-- Makes a ticket good again that was used for nothing.
-- KEYS[1]  string  who used it
-- ARGV[1]  string  the use that nothing came of
-- returns  {1 if the ticket was put to that use, else 0}
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return { 0 }
end
return { redis.call('DEL', KEYS[1]) }
