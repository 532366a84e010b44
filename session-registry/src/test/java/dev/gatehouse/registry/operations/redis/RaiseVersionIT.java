package dev.gatehouse.registry.operations.redis;

import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RaiseVersionIT {

    private final Standings standings = new RedisStandings(SCRIPTS);

    @Test
    void remembersTheHighest() throws Exception {
        answer(standings.played(PLAYER, 3));
        answer(standings.played(PLAYER, 5));
        answer(standings.played(PLAYER, 4));

        assertThat(answer(standings.of(PLAYER)).highestLogicVersion()).isEqualTo(5);
    }

    @Test
    void comparesNumbersAndNotText() throws Exception {
        answer(standings.played(PLAYER, 9));
        answer(standings.played(PLAYER, 10));

        assertThat(answer(standings.of(PLAYER)).highestLogicVersion()).isEqualTo(10);
    }
}
