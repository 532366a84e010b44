-- Keeps what is known of a desync, in place of an earlier state of it, and forgets the oldest beyond a number.
-- KEYS[1]  hash  the player's desyncs: id -> bytes; ids sort by age
-- ARGV[1]  string  id
-- ARGV[2]  bytes  the bundle
-- ARGV[3]  integer  most to keep
-- ARGV[4]  integer  ms for which they are kept
-- returns  {how many are kept}
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
local ids = redis.call('HKEYS', KEYS[1])
table.sort(ids)
local excess = #ids - tonumber(ARGV[3])
for i = 1, excess do
  redis.call('HDEL', KEYS[1], ids[i])
end
return { math.min(#ids, tonumber(ARGV[3])) }
