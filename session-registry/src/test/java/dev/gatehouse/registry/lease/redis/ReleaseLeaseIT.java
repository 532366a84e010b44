package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.lease.ReleaseLeaseContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReleaseLeaseIT extends ReleaseLeaseContract {

    ReleaseLeaseIT() {
        super(OnRedis.REGISTRY);
    }
}
