package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_2;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_3;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListPlacesIT {

    @Test
    void listsWhatRunsAtThoseWhoAreHeard() throws Exception {
        answer(INDEX.join(POOL, box("box-1", 2, SERVER_1), SHORT));
        joined(box("box-2", 2, SERVER_2));
        answer(INDEX.reserve(POOL, SERVER_3, LONG));

        REGISTRY.awaits(() -> assertThat(answer(INDEX.list(POOL))).containsExactly(new Place("box-2", SERVER_2)));
    }
}
