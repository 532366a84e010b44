-- Lists the records of the nodes that live.
-- KEYS[1]  zset  node id, by when its announcement ends
-- KEYS[2]  hash  node id -> its record
-- ARGV[1]  integer  most nodes
-- returns  {record, ...}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local live = redis.call('ZRANGEBYSCORE', KEYS[1], string.format('(%.0f', now), '+inf', 'LIMIT', 0, ARGV[1])
local records = {}
for i, node in ipairs(live) do
  records[i] = redis.call('HGET', KEYS[2], node)
end
return records
