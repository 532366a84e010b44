-- Finds the place that a game server has, or reserves one at the fullest pool server that has room. One that is doubted
-- is given it only where no other has room.
-- KEYS[1]  zset  pool server, by when its last report ends
-- KEYS[2]  hash  pool server -> run link address places, with a ? before the places while it is doubted
-- KEYS[3]  zset  pool server, by its free places
-- KEYS[4]  zset  pool server/game server, all of one score
-- KEYS[5]  hash  game server -> pool server/instance
-- KEYS[6]  zset  game server, by when its reservation lapses
-- ARGV[1]  string  game server
-- ARGV[2]  string  its instance
-- ARGV[3]  integer  how long it is reserved for, in ms
-- returns  {pool server, instance, address, 1 if it is only reserved}, or {} if there is no room
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local server = ARGV[1]
local lapses = string.format('%.0f', now + tonumber(ARGV[3]))
local function is_heard(name)
  return tonumber(redis.call('ZSCORE', KEYS[1], name) or 0) > now
end
local function address(name)
  return string.match(redis.call('HGET', KEYS[2], name) or '', '^%S+ %S+ (%S+)') or ''
end
local name, instance = string.match(redis.call('HGET', KEYS[5], server) or '', '^([^/]+)/(.*)')
if name then
  if is_heard(name) then
    local reserved = redis.call('ZSCORE', KEYS[6], server)
    if reserved then
      redis.call('ZADD', KEYS[6], lapses, server)
    end
    return { name, instance, address(name), reserved and 1 or 0 }
  end
  redis.call('ZREM', KEYS[4], name .. '/' .. server)
end
local function reserve(candidate)
  redis.call('HSET', KEYS[5], server, candidate .. '/' .. ARGV[2])
  redis.call('ZADD', KEYS[4], 0, candidate .. '/' .. server)
  redis.call('ZADD', KEYS[6], lapses, server)
  redis.call('ZINCRBY', KEYS[3], -1, candidate)
  return { candidate, ARGV[2], address(candidate), 1 }
end
local doubted
for _, candidate in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], 1, '+inf')) do
  if is_heard(candidate) then
    if not string.find(redis.call('HGET', KEYS[2], candidate) or '', ' ?', 1, true) then
      return reserve(candidate)
    end
    doubted = doubted or candidate
  end
end
return doubted and reserve(doubted) or {}
