package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_2;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static dev.gatehouse.registry.pool.redis.Examples.onLink;
import static dev.gatehouse.registry.pool.redis.Examples.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class CloseLinkIT {

    @Test
    void givesNothingMoreToAPoolServerUntilItIsBack() throws Exception {
        joined(box("box-1", 2, SERVER_1));

        assertThat(answer(INDEX.closeLink(POOL, "box-1", "link-of-box-1"))).isTrue();
        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).isEmpty();
        answer(INDEX.free(POOL, "box-1", SERVER_1.serverId(), false));
        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).isEmpty();

        joined(onLink("link-2", box("box-1", 2)));
        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).contains(reserved("box-1", SERVER_2));
    }

    @Test
    void knowsStillWhatRunsThere() throws Exception {
        joined(box("box-1", 2, SERVER_1));

        answer(INDEX.closeLink(POOL, "box-1", "link-of-box-1"));

        assertThat(answer(INDEX.list(POOL))).containsExactly(new Place("box-1", SERVER_1));
    }

    @Test
    void leavesALinkThatHasTakenItsPlace() throws Exception {
        joined(box("box-1", 2));
        joined(onLink("link-2", box("box-1", 2)));

        assertThat(answer(INDEX.closeLink(POOL, "box-1", "link-of-box-1"))).isFalse();
        assertThat(answer(INDEX.closeLink("other", "box-1", "link-of-box-1"))).isFalse();

        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).isPresent();
    }
}
