-- Takes a session off the list of its device.
-- KEYS[1]  hash  the device's sessions
-- ARGV[1]  string  session id
-- returns  {1 if it was listed, else 0}
return { redis.call('HDEL', KEYS[1], ARGV[1]) }
