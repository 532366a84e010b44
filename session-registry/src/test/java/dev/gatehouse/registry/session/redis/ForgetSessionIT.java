package dev.gatehouse.registry.session.redis;

import dev.gatehouse.registry.OnRedis;
import dev.gatehouse.registry.session.ForgetSessionContract;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ForgetSessionIT extends ForgetSessionContract {

    ForgetSessionIT() {
        super(OnRedis.REGISTRY);
    }
}
