package dev.gatehouse.registry.pool.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
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
import static dev.gatehouse.registry.pool.redis.Examples.reserved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.pool.PoolFigures;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class TendPoolIT {

    @Test
    void saysWhatThereIs() throws Exception {
        joined(box("box-1", 3, SERVER_1));
        joined(box("box-2", 0, SERVER_2));
        answer(INDEX.reserve(POOL, SERVER_3, LONG));

        assertThat(answer(INDEX.tend(POOL))).isEqualTo(new PoolFigures(2, 3, 1, 3, 0));
    }

    @Test
    void forgetsAReservationThatHasLapsed() throws Exception {
        joined(box("box-1", 1));
        answer(INDEX.reserve(POOL, SERVER_1, SHORT));

        REGISTRY.awaits(() -> assertThat(answer(INDEX.tend(POOL)).lapsed()).isEqualTo(1));

        assertThat(answer(INDEX.tend(POOL))).isEqualTo(new PoolFigures(1, 1, 1, 0, 0));
        assertThat(answer(INDEX.reserve(POOL, SERVER_2, LONG))).contains(reserved("box-1", SERVER_2));
    }

    @Test
    void leavesNothingOfAPoolServerThatIsNotHeard() throws Exception {
        answer(INDEX.join(POOL, box("box-1", 3, SERVER_1), SHORT));
        answer(INDEX.take(POOL, "box-1", SERVER_2));

        REGISTRY.awaits(() -> assertThat(answer(INDEX.tend(POOL))).isEqualTo(new PoolFigures(0, 0, 0, 0, 0)));

        assertThat(INSIDE.dbsize()).isZero();
    }

    @Test
    void letsEverythingGoWhereNobodyTendsItAnyMore() throws Exception {
        joined(box("box-1", 1, SERVER_1));

        answer(INDEX.tend(POOL));

        assertThat(INSIDE.pttl(RegistryKeys.poolGameServers(POOL))).isBetween(1L, 3_600_000L);
        assertThat(INSIDE.pttl(RegistryKeys.poolHeard(POOL))).isBetween(1L, 3_600_000L);
    }
}
