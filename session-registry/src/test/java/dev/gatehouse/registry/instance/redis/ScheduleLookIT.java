package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ScheduleLookIT {

    @Test
    void movesTheTimeOfALook() throws Exception {
        assertThat(answer(INSTANCES.lookIn(ID, Duration.ZERO))).isTrue();
        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).containsExactly(ID);

        assertThat(answer(INSTANCES.lookIn(ID, LONG))).isFalse();
        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).isEmpty();
    }

    @Test
    void bringsALookForward() throws Exception {
        assertThat(answer(INSTANCES.lookNoLater(ID, LONG))).isTrue();
        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).isEmpty();

        assertThat(answer(INSTANCES.lookNoLater(ID, Duration.ZERO))).isFalse();
        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).containsExactly(ID);
    }

    @Test
    void putsNoLookOff() throws Exception {
        answer(INSTANCES.lookIn(ID, Duration.ZERO));

        assertThat(answer(INSTANCES.lookNoLater(ID, LONG))).isFalse();
        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).containsExactly(ID);
    }
}
