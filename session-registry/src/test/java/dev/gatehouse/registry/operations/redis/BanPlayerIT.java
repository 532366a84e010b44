package dev.gatehouse.registry.operations.redis;

import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.testing.RedisExtension;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class BanPlayerIT {

    private final Standings standings = new RedisStandings(SCRIPTS);

    @Test
    void replacesAnEarlierBan() throws Exception {
        answer(standings.ban(PLAYER, new Ban(Instant.ofEpochMilli(1), "First.")));
        answer(standings.ban(PLAYER, new Ban(null, "Second.")));

        assertThat(answer(standings.of(PLAYER)).ban()).isEqualTo(new Ban(null, "Second."));
    }

    @Test
    void keepsTheVersionThatWasPlayed() throws Exception {
        answer(standings.played(PLAYER, 3));
        answer(standings.ban(PLAYER, new Ban(null, null)));

        assertThat(answer(standings.of(PLAYER)).highestLogicVersion()).isEqualTo(3);
    }
}
