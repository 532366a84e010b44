package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListInstancesIT {

    @Test
    void listsTheNewestFirstAndNoMoreThanAsked() throws Exception {
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 1, ID.value());
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 2, OTHER.value());

        assertThat(answer(INSTANCES.list(GAME, 10))).containsExactly(OTHER, ID);
        assertThat(answer(INSTANCES.list(GAME, 1))).containsExactly(OTHER);
        assertThat(answer(INSTANCES.list(new GameId("other"), 10))).isEmpty();
    }
}
