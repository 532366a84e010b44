-- Counts an instance among those that come from a game server, unless there are as many others as there may be: then it
-- doubts some of these, the ones that were counted or doubted longest ago.
-- KEYS[1]  zset  instance id, by when it was counted or doubted
-- ARGV[1]  string  instance id
-- ARGV[2]  integer  most instances
-- ARGV[3]  integer  for how long none is doubted, in ms
-- ARGV[4]  integer  most that are doubted
-- ARGV[5]  integer  ttl in ms
-- returns  {1 if it counts, else 0, microseconds by now, doubted instance id, ...}
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local at = string.format('%.0f', now)
if redis.call('ZSCORE', KEYS[1], ARGV[1]) or redis.call('ZCARD', KEYS[1]) < tonumber(ARGV[2]) then
  redis.call('ZADD', KEYS[1], at, ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
  return { 1, now }
end
local trusted = string.format('%.0f', now - tonumber(ARGV[3]) * 1000)
local doubted = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', trusted, 'LIMIT', 0, ARGV[4])
local reply = { 0, now }
for _, id in ipairs(doubted) do
  redis.call('ZADD', KEYS[1], at, id)
  reply[#reply + 1] = id
end
return reply
