package dev.gatehouse.registry.operations.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadStandingIT {

    private final Standings standings = new RedisStandings(SCRIPTS);

    @Test
    void knowsNothingOfANewPlayer() throws Exception {
        assertThat(answer(standings.of(PLAYER))).isEqualTo(Standing.NEW);
    }

    @Test
    void tellsOfABanForGood() throws Exception {
        var ban = new Ban(null, "Cheating.");
        answer(standings.ban(PLAYER, ban));
        answer(standings.played(PLAYER, 4));

        assertThat(answer(standings.of(PLAYER))).isEqualTo(new Standing(4, ban));
    }

    @Test
    void tellsOfABanUntilItIsOver() throws Exception {
        var later = new Ban(redisNow().plus(Duration.ofMinutes(5)), null);
        answer(standings.ban(PLAYER, later));
        assertThat(answer(standings.of(PLAYER))).isEqualTo(new Standing(0, later));

        answer(standings.ban(PLAYER, new Ban(redisNow(), null)));

        assertThat(answer(standings.of(PLAYER))).isEqualTo(Standing.NEW);
    }

    private static Instant redisNow() {
        return Instant.ofEpochSecond(Long.parseLong(INSIDE.time().getFirst()));
    }
}
