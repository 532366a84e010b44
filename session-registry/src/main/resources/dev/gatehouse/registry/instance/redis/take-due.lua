-- Lists the instances whose time to be looked at has come, the most overdue first, and holds them back for a while, so
-- that nobody else is given them meanwhile and those of a node that dies come again.
-- KEYS[1]  zset  instance id, by when it is to be looked at
-- ARGV[1]  integer  most instances
-- ARGV[2]  integer  how long they are held back, in ms
-- returns  {instance id, ...}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now), 'LIMIT', 0, ARGV[1])
local again = string.format('%.0f', now + tonumber(ARGV[2]))
for _, id in ipairs(due) do
  redis.call('ZADD', KEYS[1], 'XX', again, id)
end
return due
