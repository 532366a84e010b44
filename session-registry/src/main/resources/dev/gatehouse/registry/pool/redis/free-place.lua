-- Notes that a game server does not run at a pool server, which says so, and frees its place there.
-- KEYS[1]  zset  pool server, by its free places
-- KEYS[2]  zset  pool server/game server, all of one score
-- KEYS[3]  hash  game server -> pool server/instance
-- KEYS[4]  zset  game server, by when its reservation lapses
-- ARGV[1]  string  pool server
-- ARGV[2]  string  game server
-- ARGV[3]  integer  1 if the pool server has no room by its own account, which holds until its next report; else 0
-- returns  {1 if it had a place there, else 0}
local had = redis.call('ZREM', KEYS[2], ARGV[1] .. '/' .. ARGV[2])
if had == 1 then
  redis.call('ZADD', KEYS[1], 'XX', 'INCR', 1, ARGV[1])
end
if string.match(redis.call('HGET', KEYS[3], ARGV[2]) or '', '^[^/]+') == ARGV[1] then
  redis.call('HDEL', KEYS[3], ARGV[2])
  redis.call('ZREM', KEYS[4], ARGV[2])
end
if ARGV[3] == '1' then
  redis.call('ZADD', KEYS[1], 'XX', 0, ARGV[1])
end
return { had }
