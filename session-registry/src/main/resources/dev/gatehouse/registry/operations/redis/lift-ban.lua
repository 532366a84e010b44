-- Lifts a player's ban.
-- KEYS[1]  hash  the standing: version, until, ban
-- returns  {1 if there was one, else 0}
redis.call('HDEL', KEYS[1], 'until')
return { redis.call('HDEL', KEYS[1], 'ban') }
