-- Tells how a player stands; a ban that is over counts as none.
-- KEYS[1]  hash  the standing: version, until, ban
-- returns  {highest logic version played, ban}; without a ban {highest logic version played}
local standing = redis.call('HMGET', KEYS[1], 'version', 'until', 'ban')
local version = tonumber(standing[1] or '0')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
-- An end of 0 stands for none.
local ends = tonumber(standing[2] or '0')
if standing[3] and (ends == 0 or ends > now) then
  return { version, standing[3] }
end
return { version }
