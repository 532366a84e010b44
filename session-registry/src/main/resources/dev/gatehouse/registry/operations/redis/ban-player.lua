-- Bans a player, in the place of an earlier ban.
-- KEYS[1]  hash  the standing: version, until, ban
-- ARGV[1]  integer  by when it is over, 0 for never
-- ARGV[2]  bytes  the ban
-- returns  {1}
redis.call('HSET', KEYS[1], 'until', ARGV[1], 'ban', ARGV[2])
return { 1 }
