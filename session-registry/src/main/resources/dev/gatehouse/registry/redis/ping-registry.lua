-- Tells the time, if scripts run and the key can be read.
-- KEYS[1]  zset  any key: the live nodes
-- returns  {now in ms}
redis.call('EXISTS', KEYS[1])
local time = redis.call('TIME')
return { time[1] * 1000 + math.floor(time[2] / 1000) }
