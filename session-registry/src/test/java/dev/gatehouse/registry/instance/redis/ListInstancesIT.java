package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListInstancesIT {

    @Test
    void listsTheNewestFirstAndNoMoreThanAsked() throws Exception {
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 1, ID.value());
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 2, OTHER.value());

        assertThat(list(GAME, null, 10)).containsExactly(OTHER, ID);
        assertThat(list(GAME, null, 1)).containsExactly(OTHER);
        assertThat(list(new GameId("other"), null, 10)).isEmpty();
    }

    @Test
    void goesOnAfterTheLastOne() throws Exception {
        var oldest = new InstanceId("gi-oldest");
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 1, oldest.value());
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 2, ID.value());
        INSIDE.zadd(RegistryKeys.gameInstances(GAME), 2, OTHER.value()); // In the same millisecond.
        var all = list(GAME, null, 10);

        assertThat(list(GAME, all.getFirst(), 1)).containsExactly(all.get(1));
        assertThat(list(GAME, all.get(1), 10)).containsExactly(oldest);
        assertThat(list(GAME, oldest, 10)).isEmpty();
        assertThat(list(GAME, new InstanceId("gi-unknown"), 10)).isEmpty();
    }

    private static List<InstanceId> list(GameId game, @Nullable InstanceId before, int limit) throws Exception {
        return answer(INSTANCES.list(game, Optional.ofNullable(before), limit));
    }
}
