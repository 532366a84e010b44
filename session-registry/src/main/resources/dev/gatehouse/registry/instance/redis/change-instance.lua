-- Stores an instance's next body if its state and version are exactly those shown, and its link is as it must be.
-- KEYS[1]  hash  the instance: state, version, body
-- KEYS[2]  string  the live link of its server
-- KEYS[3]  string  there while its server was heard lately: its run, where it said one
-- ARGV[1]  string  its state now
-- ARGV[2]  integer  its version now
-- ARGV[3]  string  its next state
-- ARGV[4]  bytes  its next body
-- ARGV[5]  integer  ttl in ms
-- ARGV[6]  string  any, held (the live link must be the one shown) or taken (it is, from now on, unless that of another run is live)
-- ARGV[7]  string  the link shown; with held, empty for whichever is live
-- ARGV[8]  integer  ttl of the link in ms, with taken
-- ARGV[9]  string  with taken, the run of the server, whose live link ends with this; empty to take no other's place
-- returns  {1 if it is stored, 0 if it is not what was shown, -1 if the link is not, its version where stored, else 0}
local live = redis.call('GET', KEYS[2])
if ARGV[6] == 'held' and (not live or (ARGV[7] ~= '' and live ~= ARGV[7])) then
  return { -1, 0 }
end
if ARGV[6] == 'taken' and live and live ~= ARGV[7] and (ARGV[9] == '' or ARGV[9] ~= redis.call('GET', KEYS[3])) then
  return { -1, 0 }
end
local now = redis.call('HMGET', KEYS[1], 'state', 'version', 'body')
-- Stored already, where the answer to the first attempt was lost.
local stored = now[1] == ARGV[3] and now[3] == ARGV[4]
if not stored and (now[1] ~= ARGV[1] or now[2] ~= ARGV[2]) then
  return { 0, 0 }
end
local version = tonumber(now[2])
if not stored then
  -- By the clock, so that a Redis which lost its last second does not give one version to two bodies.
  local time = redis.call('TIME')
  version = math.max(version + 1, time[1] * 1000000 + time[2])
  redis.call('HSET', KEYS[1], 'state', ARGV[3], 'version', string.format('%.0f', version), 'body', ARGV[4])
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
if ARGV[6] == 'taken' then
  redis.call('SET', KEYS[2], ARGV[7], 'PX', ARGV[8])
  redis.call('SET', KEYS[3], ARGV[9], 'PX', ARGV[8])
end
return { 1, version }
