package dev.gatehouse.registry.journal.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.journal.LoadPlayerContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class LoadPlayerIT extends LoadPlayerContract {

    LoadPlayerIT() {
        super(OnRedis.REGISTRY);
    }
}
