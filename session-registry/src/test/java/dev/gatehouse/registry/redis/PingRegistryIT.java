package dev.gatehouse.registry.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class PingRegistryIT {

    @Test
    void tellsTheTimeOfRedis() throws Exception {
        var before = Instant.ofEpochSecond(Long.parseLong(INSIDE.time().getFirst()));

        var now = answer(new RedisRegistryHealth(SCRIPTS).ping());

        assertThat(now).isBetween(before, before.plusSeconds(20));
    }
}
