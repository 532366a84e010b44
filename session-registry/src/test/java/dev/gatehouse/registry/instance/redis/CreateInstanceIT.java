package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.created;
import static dev.gatehouse.registry.instance.redis.Examples.instance;
import static dev.gatehouse.registry.instance.redis.Examples.linked;
import static dev.gatehouse.registry.instance.redis.Examples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class CreateInstanceIT {

    @Test
    void storesANewInstance() throws Exception {
        assertThat(answer(INSTANCES.create(instance(ID), Duration.ZERO))).isTrue();

        assertThat(stored().instance()).isEqualTo(instance(ID));
        assertThat(stored().version()).isPositive();
        assertThat(INSIDE.pttl(RegistryKeys.instance(ID))).isBetween(1L, GameInstances.KEPT.toMillis());
    }

    @Test
    void countsAServerAsHeardThatIsLinkedAlready() throws Exception {
        answer(INSTANCES.create(linked(ID), LONG));

        assertThat(stored().heard()).isTrue();
        assertThat(stored().link()).isNull();
        assertThat(INSIDE.pttl(RegistryKeys.instanceHeard(ID))).isBetween(1L, LONG.toMillis());
    }

    @Test
    void leavesAnotherOneOfTheSameIdAlone() throws Exception {
        var first = created();

        assertThat(answer(INSTANCES.create(linked(ID), Duration.ZERO))).isFalse();
        assertThat(stored()).isEqualTo(first);
    }

    @Test
    void saysYesAgainWhereTheFirstAnswerWasLost() throws Exception {
        answer(INSTANCES.create(instance(ID), Duration.ZERO));

        assertThat(answer(INSTANCES.create(instance(ID), Duration.ZERO))).isTrue();
    }
}
