-- Counts the connections of a game that have not ended.
-- KEYS[1]  zset  session id, by when its registration ends
-- returns  {count}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return { redis.call('ZCOUNT', KEYS[1], string.format('(%.0f', now), '+inf') }
