package dev.gatehouse.registry.session.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.session.LoadSessionsContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class LoadSessionsIT extends LoadSessionsContract {

    LoadSessionsIT() {
        super(OnRedis.REGISTRY);
    }
}
