-- Changes a topic's members or says something in it, numbers that, keeps it, and tells everybody who follows.
-- KEYS[1]  hash  first, last: the number before the first entry of all, and that of the last
-- KEYS[2]  list  the last entries
-- KEYS[3]  hash  session id -> player/node
-- KEYS[4]  hash  session id -> the number of the last it said
-- KEYS[5]  zset  session id, by when it last spoke
-- ARGV[1]  string  join, take-over, leave, close or say
-- ARGV[2]  string  session id; empty to close, and to say something without being a member
-- ARGV[3]  string  player/node of who joins, is taken over or leaves
-- ARGV[4]  integer  most members at once
-- ARGV[5]  bytes  the entry, unlike any other
-- ARGV[6]  string  channel
-- ARGV[7]  integer  entries to keep
-- ARGV[8]  integer  ttl in ms
-- ARGV[9]  string  session id of the speaker; empty where nobody says it again
-- ARGV[10]  integer  number of what it says: the session's later ones are higher
-- ARGV[11]  integer  speakers to remember
-- ARGV[12]  integer  for how long, in ms
-- returns  {done, number of the last entry, {player/node of each member, where one joined or was taken over}}, {full} or {absent}
local kind, session, member, entry = ARGV[1], ARGV[2], ARGV[3], ARGV[5]
local position = tonumber(redis.call('HGET', KEYS[1], 'last'))
local first = nil
if not position then
  -- Numbers start at the time, so that those of a topic that was forgotten never come again.
  local time = redis.call('TIME')
  position = time[1] * 1000000 + time[2]
  first = position
end

local speaker, number = ARGV[9], tonumber(ARGV[10])

-- Whether it said this already, wherever it spoke from.
local function repeats()
  return speaker ~= '' and (tonumber(redis.call('HGET', KEYS[4], speaker)) or 0) >= number
end

local function remember()
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('HSET', KEYS[4], speaker, ARGV[10])
  redis.call('ZADD', KEYS[5], now, speaker)
  local old = redis.call('ZRANGEBYSCORE', KEYS[5], '-inf', now - ARGV[12], 'LIMIT', 0, 16)
  if #old == 0 and redis.call('ZCARD', KEYS[5]) > tonumber(ARGV[11]) then
    old = redis.call('ZRANGE', KEYS[5], 0, 0)
  end
  if #old > 0 then
    redis.call('ZREM', KEYS[5], unpack(old))
    redis.call('HDEL', KEYS[4], unpack(old))
  end
  redis.call('PEXPIRE', KEYS[4], ARGV[12])
  redis.call('PEXPIRE', KEYS[5], ARGV[12])
end

local function others()
  local player = string.match(member, '^[^/]*/')
  for _, each in ipairs(redis.call('HVALS', KEYS[3])) do
    if string.sub(each, 1, #player) == player then
      return true
    end
  end
  return false
end

local told = true
if kind == 'join' then
  if redis.call('HEXISTS', KEYS[3], session) == 1 then
    told = false
  elseif redis.call('HLEN', KEYS[3]) >= tonumber(ARGV[4]) then
    return { 'full' }
  else
    told = not others()
  end
  redis.call('HSET', KEYS[3], session, member)
elseif kind == 'take-over' then
  if redis.call('HEXISTS', KEYS[3], session) == 0 then
    return { 'absent' }
  end
  redis.call('HSET', KEYS[3], session, member)
  told = false
elseif kind == 'leave' then
  if redis.call('HGET', KEYS[3], session) ~= member then
    return { 'absent' }
  end
  redis.call('HDEL', KEYS[3], session)
  told = not others()
elseif kind == 'close' then
  if redis.call('DEL', KEYS[3]) == 0 then
    return { 'absent' }
  end
elseif repeats() then
  told = false
elseif session ~= '' and redis.call('HEXISTS', KEYS[3], session) == 0 then
  return { 'absent' }
elseif redis.call('LPOS', KEYS[2], entry) then
  told = false
end

if told then
  position = position + 1
  redis.call('RPUSH', KEYS[2], entry)
  redis.call('LTRIM', KEYS[2], -tonumber(ARGV[7]), -1)
  redis.call('PUBLISH', ARGV[6], string.format('%.0f', position) .. '\n' .. entry)
end
if first then
  redis.call('HSET', KEYS[1], 'first', string.format('%.0f', first))
end
redis.call('HSET', KEYS[1], 'last', string.format('%.0f', position))
for i = 1, 3 do
  redis.call('PEXPIRE', KEYS[i], ARGV[8])
end
if told and speaker ~= '' then
  remember()
end
return { 'done', position, (kind == 'join' or kind == 'take-over') and redis.call('HVALS', KEYS[3]) or {} }
