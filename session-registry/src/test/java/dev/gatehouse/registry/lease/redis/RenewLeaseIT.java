package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.lease.RenewLeaseContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RenewLeaseIT extends RenewLeaseContract {

    RenewLeaseIT() {
        super(OnRedis.REGISTRY);
    }
}
