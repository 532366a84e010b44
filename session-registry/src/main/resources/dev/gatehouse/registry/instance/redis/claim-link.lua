-- Takes or renews the only link of an instance, and notes that its server was heard.
-- KEYS[1]  string  the live link
-- KEYS[2]  string  there while the server was heard lately
-- ARGV[1]  string  the claimant's link
-- ARGV[2]  integer  ttl in ms
-- returns  {1 if it is the claimant's, 0 if another one is live}
local live = redis.call('GET', KEYS[1])
if live and live ~= ARGV[1] then
  return { 0 }
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('SET', KEYS[2], '1', 'PX', ARGV[2])
return { 1 }
