package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.lease.FindOwnerContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class FindOwnerIT extends FindOwnerContract {

    FindOwnerIT() {
        super(OnRedis.REGISTRY);
    }
}
