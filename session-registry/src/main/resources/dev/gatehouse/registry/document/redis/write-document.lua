-- Writes or deletes a document, if its writer has seen the newest version, and tells everybody who follows it.
-- KEYS[1]  hash  version, value, lately
-- ARGV[1]  integer  the version seen; 0 where there must be none, -1 for any
-- ARGV[2]  string  the value; empty to delete
-- ARGV[3]  string  the patch that leads to it; empty to delete
-- ARGV[4]  string  a word for this change alone
-- ARGV[5]  string  channel
-- ARGV[6]  integer  for how many ms a deleted document's version is kept
-- returns  {done, new version} or {conflict, newest version, 0 for none}
local seen, value, word = tonumber(ARGV[1]), ARGV[2], ARGV[4] .. '='
local document = redis.call('HMGET', KEYS[1], 'version', 'lately')
local version, lately = tonumber(document[1]) or 0, document[2] or ''

-- The same change sent again, after its answer was lost: others may have come since.
local at = string.find(lately, word, 1, true)
if at then
  return { 'done', tonumber(string.match(lately, '^%d+', at + #word)) }
end

local newest = redis.call('HEXISTS', KEYS[1], 'value') == 1 and version or 0
if (seen >= 0 and seen ~= newest) or (value == '' and newest == 0) then
  return { 'conflict', newest }
end

version = version + 1
local number = string.format('%.0f', version)
lately = lately .. word .. number .. ' '
if #lately > 1024 then
  lately = string.sub(lately, string.find(lately, ' ', #lately - 1024, true) + 1)
end
redis.call('HSET', KEYS[1], 'version', number, 'lately', lately)
if value == '' then
  redis.call('HDEL', KEYS[1], 'value')
  redis.call('PEXPIRE', KEYS[1], ARGV[6])
else
  redis.call('HSET', KEYS[1], 'value', value)
  redis.call('PERSIST', KEYS[1])
end
redis.call('PUBLISH', ARGV[5], number .. '\n' .. ARGV[3])
return { 'done', version }
