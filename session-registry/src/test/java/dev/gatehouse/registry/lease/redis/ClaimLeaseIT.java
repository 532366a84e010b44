package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.lease.ClaimLeaseContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ClaimLeaseIT extends ClaimLeaseContract {

    ClaimLeaseIT() {
        super(OnRedis.REGISTRY);
    }
}
