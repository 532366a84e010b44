package dev.gatehouse.registry.journal.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.journal.AppendJournalContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class AppendJournalIT extends AppendJournalContract {

    AppendJournalIT() {
        super(OnRedis.REGISTRY);
    }
}
