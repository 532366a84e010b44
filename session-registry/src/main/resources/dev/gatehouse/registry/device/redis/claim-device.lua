-- Lists a session among those of its device, forgets those that ended, and crowds out the oldest beyond the limit.
-- Where newcomers decide about the others, only if no other newcomer has its turn; the turn begins with this.
-- KEYS[1]  hash  the device's sessions: session id -> expires/connected at/recovering/player/proxy
-- KEYS[2]  string  the session id of the newcomer whose turn it is
-- ARGV[1]  string  session id of the newcomer
-- ARGV[2]  string  its recovering/player/proxy
-- ARGV[3]  integer  ttl in ms
-- ARGV[4]  integer  most sessions
-- ARGV[5]  integer  ms that the newcomer has to decide about the others; 0 where nobody decides
-- returns  {{session id, value, ...}, {crowded-out session id, value, ...}}; the first empty in another's turn
local newcomer, ttl, most, turn = ARGV[1], tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
if turn > 0 then
  local holder = redis.call('GET', KEYS[2])
  if holder and holder ~= newcomer then
    return { {}, {} }
  end
end

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local others, latest, since = {}, 0, nil
local listed = redis.call('HGETALL', KEYS[1])
for i = 1, #listed, 2 do
  local expires, connected = string.match(listed[i + 1], '^(%d+)/(%d+)/')
  expires, connected = tonumber(expires), tonumber(connected)
  if expires <= now then
    redis.call('HDEL', KEYS[1], listed[i])
  elseif listed[i] == newcomer then
    since = connected
  else
    others[#others + 1] = { id = listed[i], value = listed[i + 1], connected = connected }
    latest = math.max(latest, connected)
  end
end

-- No two sessions of a device get the same time, so their order is certain.
since = since or math.max(now, latest + 1)
local value = string.format('%.0f/%.0f/%s', now + ttl, since, ARGV[2])
redis.call('HSET', KEYS[1], newcomer, value)
if redis.call('PTTL', KEYS[1]) < ttl then
  redis.call('PEXPIRE', KEYS[1], ttl)
end

-- Alone there is nothing to decide.
if turn > 0 and #others > 0 then
  redis.call('SET', KEYS[2], newcomer, 'PX', turn)
end

table.sort(others, function(a, b) return a.connected < b.connected end)
local stay, crowded = { newcomer, value }, {}
local surplus = #others + 1 - most
for i, other in ipairs(others) do
  local to = stay
  if i <= surplus then
    redis.call('HDEL', KEYS[1], other.id)
    to = crowded
  end
  to[#to + 1] = other.id
  to[#to + 1] = other.value
end
return { stay, crowded }
