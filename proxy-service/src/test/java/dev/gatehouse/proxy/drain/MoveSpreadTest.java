package dev.gatehouse.proxy.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ServerMessage.Move;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoveSpreadTest {

    private final MoveSpread spread = new MoveSpread(Duration.ofSeconds(10), RandomGenerator.of("L64X128MixRandom"));

    @Test
    void staysWithinTheWindow() {
        assertThat(moves(1000))
                .allMatch(move -> move.afterMillis() >= 0
                        && move.withinMillis() > 0
                        && move.afterMillis() + move.withinMillis() <= 10_000);
    }

    @Test
    void spreadsClientsThatChooseTheFirstMoment() {
        var perSecond = new int[6];
        moves(6000).forEach(move -> perSecond[(int) (move.afterMillis() / 1000)]++);

        for (int second = 0; second < 5; second++) {
            assertThat(perSecond[second]).isBetween(1000, 1400);
        }
    }

    private Stream<Move> moves(int count) {
        return Stream.generate(spread::next).limit(count);
    }
}
