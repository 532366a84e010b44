-- Lists the game servers that run at pool servers which are heard. What is only reserved is not among them.
-- KEYS[1]  zset  pool server, by when its last report ends
-- KEYS[2]  hash  game server -> pool server/instance
-- KEYS[3]  zset  game server, by when its reservation lapses
-- returns  {pool server, game server, instance, ...}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local heard, reserved = {}, {}
for _, name in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], string.format('(%.0f', now), '+inf')) do
  heard[name] = true
end
for _, server in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
  reserved[server] = true
end
local places = {}
local all = redis.call('HGETALL', KEYS[2])
for i = 1, #all, 2 do
  local name, instance = string.match(all[i + 1], '^([^/]+)/(.*)')
  if heard[name] and not reserved[all[i]] then
    places[#places + 1] = name
    places[#places + 1] = all[i]
    places[#places + 1] = instance
  end
end
return places
