-- Notes that a game server runs at a pool server, which says so.
-- KEYS[1]  zset  pool server, by its free places
-- KEYS[2]  zset  pool server/game server, all of one score
-- KEYS[3]  hash  game server -> pool server/instance
-- KEYS[4]  zset  game server, by when its reservation lapses
-- ARGV[1]  string  pool server
-- ARGV[2]  string  game server
-- ARGV[3]  string  its instance
-- returns  {1 if it had no place there before, else 0}
local new = redis.call('ZADD', KEYS[2], 0, ARGV[1] .. '/' .. ARGV[2])
if new == 1 then
  redis.call('ZADD', KEYS[1], 'XX', 'INCR', -1, ARGV[1])
end
redis.call('HSET', KEYS[3], ARGV[2], ARGV[1] .. '/' .. ARGV[3])
redis.call('ZREM', KEYS[4], ARGV[2])
return { new }
