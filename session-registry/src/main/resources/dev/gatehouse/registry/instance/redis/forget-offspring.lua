-- Counts instances no more among those that come from a game server, except those that were counted or doubted since.
-- KEYS[1]  zset  instance id, by when it was counted or doubted
-- ARGV[1]  integer  microseconds by Redis' clock after which they stay; 0 for none to stay
-- ARGV[2..]  string  instance id
-- returns  {how many counted}
local since = tonumber(ARGV[1])
local forgotten = 0
for i = 2, #ARGV do
  local at = redis.call('ZSCORE', KEYS[1], ARGV[i])
  if at and (since == 0 or tonumber(at) <= since) then
    forgotten = forgotten + redis.call('ZREM', KEYS[1], ARGV[i])
  end
end
return { forgotten }
