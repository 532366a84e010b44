-- Takes or renews the only link of an instance, and notes that its server was heard.
-- KEYS[1]  string  the live link
-- KEYS[2]  string  there while the server was heard lately: its run, where it said one
-- ARGV[1]  string  the claimant's link
-- ARGV[2]  integer  ttl in ms
-- ARGV[3]  string  the claimant's run, whose live link ends with this; empty to take no other's place, and to renew
-- returns  {1 if it is the claimant's, 0 if another one is live}
local live = redis.call('GET', KEYS[1])
local run = redis.call('GET', KEYS[2]) or ''
if live and live ~= ARGV[1] and (ARGV[3] == '' or ARGV[3] ~= run) then
  return { 0 }
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], ARGV[3] ~= '' and ARGV[3] or run, 'PX', ARGV[2])
return { 1 }
