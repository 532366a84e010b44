-- Reads what happened in a topic after a number, and who its members are; the topic stays known for a while longer.
-- KEYS[1]  hash  first, last: the number before the first entry of all, and that of the last
-- KEYS[2]  list  the last entries
-- KEYS[3]  hash  session id -> player/node
-- ARGV[1]  integer  the number; below 0 to read no entries
-- ARGV[2]  integer  ttl in ms
-- returns  {number of the last entry, there, start or forgotten, {entry, ...}, {session id, player/node, ...}}
local after = tonumber(ARGV[1])
local numbers = redis.call('HMGET', KEYS[1], 'first', 'last')
local first, last = tonumber(numbers[1]), tonumber(numbers[2])
if not last then
  -- From here on it has a number, so that whoever begins to follow now finds what comes next.
  local time = redis.call('TIME')
  first = time[1] * 1000000 + time[2]
  last = first
  redis.call('HSET', KEYS[1], 'first', string.format('%.0f', first), 'last', string.format('%.0f', last))
end
for _, key in ipairs(KEYS) do
  redis.call('PEXPIRE', key, ARGV[2])
end

local since, entries = 'there', {}
if after >= 0 then
  local missing = last - after
  if after < first then
    since, missing = 'start', last - first
  end
  local kept = redis.call('LLEN', KEYS[2])
  if missing < 0 then
    since = 'forgotten'
  elseif missing > kept then
    since, missing = 'forgotten', kept
  end
  if missing > 0 then
    entries = redis.call('LRANGE', KEYS[2], -missing, -1)
  end
end
return { last, since, entries, redis.call('HGETALL', KEYS[3]) }
