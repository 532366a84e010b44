-- Notes the logic version that a player plays, if it is higher than every one before.
-- KEYS[1]  hash  the standing: version, until, ban
-- ARGV[1]  integer  the logic version
-- returns  {1 if it is the highest now, else 0}
if tonumber(redis.call('HGET', KEYS[1], 'version') or '0') > tonumber(ARGV[1]) then
  return { 0 }
end
redis.call('HSET', KEYS[1], 'version', ARGV[1])
return { 1 }
