package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.SEATS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class NoteSeatIT {

    /// Microseconds by a clock that is not behind.
    private static final long VERSION = 8_000_000_000_000_000L;

    private static final String KEY = RegistryKeys.playerInstances(PLAYER);

    @Test
    void keepsTheHighestVersion() throws Exception {
        note(ID, VERSION + 1, 10);
        note(ID, VERSION, 10);

        assertThat(INSIDE.zscore(KEY, ID.value())).isEqualTo(VERSION + 1);
        assertThat(INSIDE.pttl(KEY)).isBetween(1L, LONG.toMillis());
    }

    @Test
    void dropsTheOldestOfTooMany() throws Exception {
        note(ID, VERSION, 2);
        note(OTHER, VERSION + 1, 2);

        assertThat(note(new InstanceId("gi-3"), VERSION + 2, 2)).isEqualTo(1);
        assertThat(answer(SEATS.of(PLAYER))).containsExactly(new InstanceId("gi-3"), OTHER);
    }

    @Test
    void dropsWhatIsTooOld() throws Exception {
        INSIDE.zadd(KEY, 1_000_000, OTHER.value());

        assertThat(note(ID, VERSION, 10)).isEqualTo(1);
        assertThat(answer(SEATS.of(PLAYER))).containsExactly(ID);
    }

    @Test
    void notesSeveralPlayersAtOnceAndNoneWhereThereIsNone() throws Exception {
        answer(SEATS.note(ID, List.of(PLAYER), VERSION));
        answer(SEATS.note(OTHER, List.of(), VERSION));

        assertThat(answer(SEATS.of(PLAYER))).containsExactly(ID);
    }

    private static long note(InstanceId instance, long version, int most) throws Exception {
        return answer(SCRIPTS.run(NoteSeat.call(PLAYER, instance, version, most, LONG)));
    }
}
