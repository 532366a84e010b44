package dev.gatehouse.registry.operations.redis;

import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class LiftBanIT {

    private final Standings standings = new RedisStandings(SCRIPTS);

    @Test
    void letsThePlayerBackAndKeepsTheVersion() throws Exception {
        answer(standings.played(PLAYER, 3));
        answer(standings.ban(PLAYER, new Ban(null, null)));

        assertThat(answer(standings.lift(PLAYER))).isTrue();
        assertThat(answer(standings.lift(PLAYER))).isFalse();
        assertThat(answer(standings.of(PLAYER))).isEqualTo(new Standing(3, null));
    }
}
