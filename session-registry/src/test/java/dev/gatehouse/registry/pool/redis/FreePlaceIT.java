package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.free;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class FreePlaceIT {

    @Test
    void givesAPlaceBack() throws Exception {
        joined(box("box-1", 1, SERVER_1));

        assertThat(answer(INDEX.free(POOL, "box-1", SERVER_1.serverId(), false)))
                .isTrue();
        assertThat(answer(INDEX.free(POOL, "box-1", SERVER_1.serverId(), false)))
                .isFalse();

        assertThat(answer(INDEX.list(POOL))).isEmpty();
        assertThat(free()).isEqualTo(1);
    }

    @Test
    void leavesThePlaceThatTheServerHasElsewhere() throws Exception {
        joined(box("box-1", 1));
        joined(box("box-2", 1, SERVER_1));

        assertThat(answer(INDEX.free(POOL, "box-1", SERVER_1.serverId(), false)))
                .isFalse();

        assertThat(answer(INDEX.list(POOL))).containsExactly(new Place("box-2", SERVER_1));
        assertThat(free()).isEqualTo(1);
    }

    @Test
    void givesNothingMoreToWhoIsFullUntilItReports() throws Exception {
        joined(box("box-1", 3));
        answer(INDEX.reserve(POOL, SERVER_1, LONG));

        answer(INDEX.free(POOL, "box-1", SERVER_1.serverId(), true));
        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).isEmpty();

        answer(INDEX.report(POOL, box("box-1", 1), LONG));
        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).isPresent();
    }
}
