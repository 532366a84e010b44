-- Notes that a pool server does not answer as it should: until its next report it is the last to be given anything.
-- KEYS[1]  hash  pool server -> run link address places, with a ? before the places while it is doubted
-- ARGV[1]  string  pool server
-- returns  {1 if it was not doubted before, else 0}
local link, places = string.match(redis.call('HGET', KEYS[1], ARGV[1]) or '', '^(%S+ %S+ %S+ )(%d+)$')
if not link then
  return { 0 }
end
redis.call('HSET', KEYS[1], ARGV[1], link .. '?' .. places)
return { 1 }
