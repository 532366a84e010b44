-- Forgets pool servers that were not heard for too long and reservations that lapsed, and says what there is.
-- KEYS[1]  zset  pool server, by when its last report ends
-- KEYS[2]  hash  pool server -> run link address places
-- KEYS[3]  zset  pool server, by its free places
-- KEYS[4]  zset  pool server/game server, all of one score
-- KEYS[5]  hash  game server -> pool server/instance
-- KEYS[6]  zset  game server, by when its reservation lapses
-- ARGV[1]  integer  ttl of everything in ms, where nobody tends it any more
-- returns  {pool servers, places, free places, game servers, reservations that have lapsed}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local time_is_over = string.format('%.0f', now)
local function forget(name, server)
  redis.call('ZREM', KEYS[4], name .. '/' .. server)
  if string.match(redis.call('HGET', KEYS[5], server) or '', '^[^/]+') == name then
    redis.call('HDEL', KEYS[5], server)
    redis.call('ZREM', KEYS[6], server)
  end
end
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', time_is_over)) do
  for _, place in ipairs(redis.call('ZRANGEBYLEX', KEYS[4], '[' .. name .. '/', '(' .. name .. '0')) do
    forget(name, string.sub(place, #name + 2))
  end
  redis.call('ZREM', KEYS[1], name)
  redis.call('HDEL', KEYS[2], name)
  redis.call('ZREM', KEYS[3], name)
end
local lapsed = redis.call('ZRANGEBYSCORE', KEYS[6], '-inf', time_is_over)
for _, server in ipairs(lapsed) do
  local name = string.match(redis.call('HGET', KEYS[5], server) or '', '^[^/]+')
  if name then
    forget(name, server)
    redis.call('ZADD', KEYS[3], 'XX', 'INCR', 1, name)
  end
  redis.call('ZREM', KEYS[6], server)
end
local places, free = 0, 0
for _, record in ipairs(redis.call('HVALS', KEYS[2])) do
  places = places + tonumber(string.match(record, '%d+$'))
end
local rooms = redis.call('ZRANGEBYSCORE', KEYS[3], 1, '+inf', 'WITHSCORES')
for i = 2, #rooms, 2 do
  free = free + tonumber(rooms[i])
end
for _, key in ipairs(KEYS) do
  redis.call('PEXPIRE', key, ARGV[1])
end
return { redis.call('ZCARD', KEYS[1]), places, free, redis.call('HLEN', KEYS[5]), #lapsed }
