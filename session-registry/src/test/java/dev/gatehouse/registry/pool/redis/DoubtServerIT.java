package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_2;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static dev.gatehouse.registry.pool.redis.Examples.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class DoubtServerIT {

    @Test
    void passesOverWhoIsDoubtedUntilItReportsWhereAnotherHasRoom() throws Exception {
        joined(box("box-1", 2));
        joined(box("box-2", 5));

        assertThat(answer(INDEX.doubt(POOL, "box-1"))).isTrue();
        assertThat(answer(INDEX.doubt(POOL, "box-1"))).isFalse();
        assertThat(answer(INDEX.doubt(POOL, "box-unknown"))).isFalse();

        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).contains(reserved("box-2", SERVER_1));
        var figures = answer(INDEX.tend(POOL));
        assertThat(figures.places()).isEqualTo(7);
        assertThat(figures.free()).isEqualTo(6);

        answer(INDEX.report(POOL, box("box-1", 2), LONG));
        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).contains(reserved("box-1", SERVER_2));
    }

    @Test
    void givesThePlaceOfWhoIsDoubtedWhereNoOtherHasRoom() throws Exception {
        joined(box("box-1", 1));
        joined(box("box-2", 0));
        answer(INDEX.doubt(POOL, "box-1"));

        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).contains(reserved("box-1", SERVER_1));
        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).isEmpty();
        assertThat(answer(INDEX.find(POOL, SERVER_1.serverId()))).contains(reserved("box-1", SERVER_1));
    }
}
