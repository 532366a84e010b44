package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class TakeDueIT {

    @Test
    void givesOutTheMostOverdueFirstAndNoMoreThanAsked() throws Exception {
        var list = RegistryKeys.instancesToLookAt();
        INSIDE.zadd(list, 2, OTHER.value());
        INSIDE.zadd(list, 1, ID.value());
        answer(INSTANCES.lookIn(new InstanceId("gi-3"), LONG));

        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).containsExactly(ID, OTHER);

        INSIDE.zadd(list, 2, OTHER.value());
        INSIDE.zadd(list, 1, ID.value());
        assertThat(answer(INSTANCES.takeDue(1, LONG))).containsExactly(ID);
        assertThat(answer(INSTANCES.takeDue(10, LONG))).containsExactly(OTHER);
        assertThat(answer(INSTANCES.takeDue(10, LONG))).isEmpty();
    }

    @Test
    void givesOutAgainWhatNobodyHasLookedAtInTime() throws Exception {
        answer(INSTANCES.lookIn(ID, Duration.ZERO));

        assertThat(answer(INSTANCES.takeDue(10, Duration.ZERO))).containsExactly(ID);
        assertThat(answer(INSTANCES.takeDue(10, LONG))).containsExactly(ID);
        assertThat(INSIDE.zscore(RegistryKeys.instancesToLookAt(), ID.value()))
                .isGreaterThan((double) System.currentTimeMillis());
    }
}
