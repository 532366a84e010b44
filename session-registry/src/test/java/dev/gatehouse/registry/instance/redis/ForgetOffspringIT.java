package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.OFFSPRING;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.Offspring.Count.Counts;
import dev.gatehouse.registry.instance.Offspring.Count.Full;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ForgetOffspringIT {

    @Test
    void makesRoomForAnotherOne() throws Exception {
        answer(OFFSPRING.count(ROOT, ID, 1, LONG));

        assertThat(answer(OFFSPRING.forget(ROOT, ID))).isTrue();
        assertThat(answer(OFFSPRING.forget(ROOT, ID))).isFalse();
        assertThat(answer(OFFSPRING.count(ROOT, OTHER, 1, LONG))).isEqualTo(new Counts());
    }

    @Test
    void leavesNothingBehindTheLastOne() throws Exception {
        answer(OFFSPRING.count(ROOT, ID, 1, LONG));

        answer(OFFSPRING.forget(ROOT, ID));

        assertThat(INSIDE.keys("*")).isEmpty();
    }

    @Test
    void forgetsThoseThatWereFoundToBeGone() throws Exception {
        answer(OFFSPRING.count(ROOT, ID, 1, LONG));
        var full = (Full) answer(OFFSPRING.count(ROOT, OTHER, 1, Duration.ZERO));

        assertThat(answer(OFFSPRING.forgetDoubted(ROOT, full.doubted(), full.at())))
                .isEqualTo(1);
        assertThat(answer(OFFSPRING.count(ROOT, OTHER, 1, LONG))).isEqualTo(new Counts());
    }

    @Test
    void leavesWhatWasCountedAgainSince() throws Exception {
        answer(OFFSPRING.count(ROOT, ID, 1, LONG));
        var full = (Full) answer(OFFSPRING.count(ROOT, OTHER, 1, Duration.ZERO));
        answer(OFFSPRING.count(ROOT, ID, 1, LONG));

        assertThat(answer(OFFSPRING.forgetDoubted(ROOT, List.of(ID), full.at())))
                .isZero();
        assertThat(answer(OFFSPRING.count(ROOT, OTHER, 1, LONG))).isInstanceOf(Full.class);
    }
}
