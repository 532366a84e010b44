package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_2;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.free;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static dev.gatehouse.registry.pool.redis.Examples.reserved;
import static dev.gatehouse.registry.pool.redis.Examples.running;
import static dev.gatehouse.registry.pool.redis.Examples.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReservePlaceIT {

    @Test
    void givesOnePlaceHoweverOftenItIsAskedFor() throws Exception {
        joined(box("box-1", 2));

        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).contains(reserved("box-1", SERVER_1));
        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).contains(reserved("box-1", SERVER_1));

        assertThat(free()).isEqualTo(1);
    }

    @Test
    void saysThatTheServerRunsAlready() throws Exception {
        joined(box("box-1", 2, SERVER_1));

        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).contains(running("box-1", SERVER_1));
    }

    @Test
    void fillsTheFullestThatHasRoom() throws Exception {
        joined(box("box-1", 5, SERVER_1));
        joined(box("box-2", 2));
        joined(box("box-3", 0));

        assertThat(answer(INDEX.reserve(POOL, server(11), LONG))).contains(reserved("box-2", server(11)));
        assertThat(answer(INDEX.reserve(POOL, server(12), LONG))).contains(reserved("box-2", server(12)));
        assertThat(answer(INDEX.reserve(POOL, server(13), LONG))).contains(reserved("box-1", server(13)));
    }

    @Test
    void givesNoMoreThanThereIs() throws Exception {
        joined(box("box-1", 1));
        answer(INDEX.reserve(POOL, SERVER_1, LONG));

        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).isEmpty();
    }

    @Test
    void passesOverWhoIsNotHeard() throws Exception {
        answer(INDEX.join(POOL, box("box-1", 1, SERVER_1), SHORT));
        joined(box("box-2", 9));

        REGISTRY.awaits(
                () -> assertThat(answer(INDEX.find(POOL, SERVER_1.serverId()))).isEmpty());

        assertThat(answer(INDEX.reserve(POOL, SERVER_1, LONG))).contains(reserved("box-2", SERVER_1));
        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).contains(reserved("box-2", SERVER_2));
    }
}
