return redis.error_reply('MISPLACED on purpose')
