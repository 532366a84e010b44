-- Takes a pool server's word for what it is: everything that the index holds of it is replaced, but for reservations
-- that it may not have heard of yet.
-- KEYS[1]  zset  pool server, by when its last report ends
-- KEYS[2]  hash  pool server -> run link address places
-- KEYS[3]  zset  pool server, by its free places
-- KEYS[4]  zset  pool server/game server, all of one score
-- KEYS[5]  hash  game server -> pool server/instance
-- KEYS[6]  zset  game server, by when its reservation lapses
-- ARGV[1]  string  pool server
-- ARGV[2]  string  its run
-- ARGV[3]  string  its link
-- ARGV[4]  string  the address of the node that has the link
-- ARGV[5]  integer  places
-- ARGV[6]  integer  ttl in ms
-- ARGV[7]  integer  1 if it joins, else 0
-- ARGV[8..]  string  game server, instance of each that it runs
-- returns  {1, game servers that another pool server runs by now...}, or {0} if another link has its name
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local name = ARGV[1]
local record = redis.call('HGET', KEYS[2], name)
if record then
  local run, link = string.match(record, '^(%S+) (%S+)')
  if ARGV[7] == '1' then
    local heard = tonumber(redis.call('ZSCORE', KEYS[1], name) or 0) > now
    if heard and link ~= '-' and run ~= ARGV[2] then
      return { 0 }
    end
  elseif link ~= ARGV[3] then
    return { 0 }
  end
end
local function holder(server)
  return string.match(redis.call('HGET', KEYS[5], server) or '', '^[^/]+')
end
local reply = { 1 }
local named = {}
for i = 8, #ARGV, 2 do
  local server = ARGV[i]
  local there = holder(server)
  if there and there ~= name then
    reply[#reply + 1] = server
  else
    named[server] = true
    redis.call('HSET', KEYS[5], server, name .. '/' .. ARGV[i + 1])
    redis.call('ZADD', KEYS[4], 0, name .. '/' .. server)
    redis.call('ZREM', KEYS[6], server)
  end
end
local from, to = '[' .. name .. '/', '(' .. name .. '0'
for _, place in ipairs(redis.call('ZRANGEBYLEX', KEYS[4], from, to)) do
  local server = string.sub(place, #name + 2)
  local mine = holder(server) == name
  if not named[server] and not (mine and redis.call('ZSCORE', KEYS[6], server)) then
    redis.call('ZREM', KEYS[4], place)
    if mine then
      redis.call('HDEL', KEYS[5], server)
    end
  end
end
redis.call('ZADD', KEYS[3], ARGV[5] - redis.call('ZLEXCOUNT', KEYS[4], from, to), name)
redis.call('ZADD', KEYS[1], string.format('%.0f', now + tonumber(ARGV[6])), name)
redis.call('HSET', KEYS[2], name, ARGV[2] .. ' ' .. ARGV[3] .. ' ' .. ARGV[4] .. ' ' .. ARGV[5])
return reply
