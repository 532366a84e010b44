package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.pool.redis.Examples.INDEX;
import static dev.gatehouse.registry.pool.redis.Examples.POOL;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_1;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_2;
import static dev.gatehouse.registry.pool.redis.Examples.SERVER_3;
import static dev.gatehouse.registry.pool.redis.Examples.box;
import static dev.gatehouse.registry.pool.redis.Examples.joined;
import static dev.gatehouse.registry.pool.redis.Examples.reserved;
import static dev.gatehouse.registry.pool.redis.Examples.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class FindPlaceIT {

    @Test
    void findsWhereAServerIsAndWhomToAsk() throws Exception {
        joined(box("box-1", 2, SERVER_1));
        answer(INDEX.reserve(POOL, SERVER_2, LONG));

        assertThat(answer(INDEX.find(POOL, SERVER_1.serverId()))).contains(running("box-1", SERVER_1));
        assertThat(answer(INDEX.find(POOL, SERVER_2.serverId()))).contains(reserved("box-1", SERVER_2));
        assertThat(answer(INDEX.find(POOL, SERVER_3.serverId()))).isEmpty();
    }

    @Test
    void doesNotFindWhatIsInAnotherPool() throws Exception {
        joined(box("box-1", 2, SERVER_1));

        assertThat(answer(INDEX.find("other", SERVER_1.serverId()))).isEmpty();
    }
}
