package dev.gatehouse.registry.session.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.session.StoreSessionContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class StoreSessionIT extends StoreSessionContract {

    StoreSessionIT() {
        super(OnRedis.REGISTRY);
    }
}
