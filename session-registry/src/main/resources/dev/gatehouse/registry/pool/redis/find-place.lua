-- Finds the place of a game server at a pool server that is heard.
-- KEYS[1]  zset  pool server, by when its last report ends
-- KEYS[2]  hash  pool server -> run link address places
-- KEYS[3]  hash  game server -> pool server/instance
-- KEYS[4]  zset  game server, by when its reservation lapses
-- ARGV[1]  string  game server
-- returns  {pool server, instance, address, 1 if it is only reserved}, or {} if there is none
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local name, instance = string.match(redis.call('HGET', KEYS[3], ARGV[1]) or '', '^([^/]+)/(.*)')
if not name or tonumber(redis.call('ZSCORE', KEYS[1], name) or 0) <= now then
  return {}
end
local address = string.match(redis.call('HGET', KEYS[2], name) or '', '^%S+ %S+ (%S+)')
return { name, instance, address or '', redis.call('ZSCORE', KEYS[4], ARGV[1]) and 1 or 0 }
