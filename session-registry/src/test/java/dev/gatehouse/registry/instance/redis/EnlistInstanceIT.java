package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class EnlistInstanceIT {

    @Test
    void dropsWhatIsTooOld() throws Exception {
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 1, OTHER.value());

        assertThat(answer(INSTANCES.enlist(GAME, ID))).isEqualTo(1);
        assertThat(answer(INSTANCES.list(GAME, Optional.empty(), 10))).containsExactly(ID);
        assertThat(INSIDE.pttl(RegistryKeys.gameInstances(GAME))).isBetween(1L, GameInstances.KEPT.toMillis());
    }

    @Test
    void keepsTheTimeOfTheFirst() throws Exception {
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 9_000_000_000_000.0, ID.value());

        answer(INSTANCES.enlist(GAME, ID));

        assertThat(INSIDE.zscore(RegistryKeys.gameInstances(GAME), ID.value())).isEqualTo(9_000_000_000_000.0);
    }
}
