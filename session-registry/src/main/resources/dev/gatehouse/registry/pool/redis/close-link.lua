-- Notes that a pool server has no link: it is given nothing until it reports on another.
-- KEYS[1]  hash  pool server -> run link address places
-- KEYS[2]  zset  pool server, by its free places
-- ARGV[1]  string  pool server
-- ARGV[2]  string  the link that has closed
-- returns  {1 if it was its link, else 0}
local run, link, rest = string.match(redis.call('HGET', KEYS[1], ARGV[1]) or '', '^(%S+) (%S+) (.*)')
if link ~= ARGV[2] then
  return { 0 }
end
redis.call('HSET', KEYS[1], ARGV[1], run .. ' - ' .. rest)
redis.call('ZREM', KEYS[2], ARGV[1])
return { 1 }
