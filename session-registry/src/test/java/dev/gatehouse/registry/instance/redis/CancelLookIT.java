package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class CancelLookIT {

    @Test
    void takesAnInstanceOffTheList() throws Exception {
        answer(INSTANCES.lookIn(ID, Duration.ZERO));

        assertThat(answer(INSTANCES.lookNoMore(ID))).isTrue();
        assertThat(answer(INSTANCES.lookNoMore(ID))).isFalse();
        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).isEmpty();
    }
}
