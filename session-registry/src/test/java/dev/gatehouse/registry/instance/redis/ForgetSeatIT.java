package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.SEATS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ForgetSeatIT {

    private static final long VERSION = 8_000_000_000_000_000L;

    @Test
    void forgetsWhatWasNotedBefore() throws Exception {
        INSIDE.zadd(RegistryKeys.playerInstances(PLAYER), VERSION - 1, ID.value());

        assertThat(forget(VERSION)).isTrue();
        assertThat(answer(SEATS.of(PLAYER))).isEmpty();
        assertThat(forget(VERSION)).isFalse();
    }

    /// Somebody may be about to take a seat on the very version that was looked at.
    @Test
    void leavesWhatIsAsNewAsWhatWasSeen() throws Exception {
        INSIDE.zadd(RegistryKeys.playerInstances(PLAYER), VERSION, ID.value());

        assertThat(forget(VERSION)).isFalse();
        assertThat(answer(SEATS.of(PLAYER))).containsExactly(ID);
    }

    private static boolean forget(long version) throws Exception {
        return answer(SCRIPTS.run(ForgetSeat.call(PLAYER, ID, version)));
    }
}
