package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.free;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static dev.gatehouse.registry.pool.redis.Examples.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class TakePlaceIT {

    @Test
    void turnsAReservationIntoAPlaceThatIsTaken() throws Exception {
        joined(box("box-1", 2));
        answer(INDEX.reserve(POOL, SERVER_1, LONG));

        answer(INDEX.take(POOL, "box-1", SERVER_1));
        answer(INDEX.take(POOL, "box-1", SERVER_1));

        assertThat(answer(INDEX.find(POOL, SERVER_1.serverId()))).contains(running("box-1", SERVER_1));
        assertThat(free()).isEqualTo(1);
    }

    @Test
    void takesAPlaceThatWasNotReserved() throws Exception {
        joined(box("box-1", 2));

        answer(INDEX.take(POOL, "box-1", SERVER_1));

        assertThat(answer(INDEX.list(POOL))).containsExactly(new Place("box-1", SERVER_1));
        assertThat(free()).isEqualTo(1);
    }
}
