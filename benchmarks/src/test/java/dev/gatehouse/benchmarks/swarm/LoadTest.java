package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadTest {

    @Test
    void spreadsItsCutsEvenly() {
        assertThat(cutRounds(load(10, 2))).containsExactly(4, 9);
        assertThat(cutRounds(load(10, 3))).containsExactly(3, 6, 9);
        assertThat(cutRounds(load(3, 3))).containsExactly(0, 1, 2);
        assertThat(cutRounds(load(10, 0))).isEmpty();
    }

    @Test
    void cutsAsOftenAsItSaysWhateverTheNumberOfRounds() {
        for (int flushes = 1; flushes < 50; flushes++) {
            for (int cuts = 0; cuts <= flushes; cuts++) {
                assertThat(cutRounds(load(flushes, cuts))).hasSize(cuts);
            }
        }
    }

    @Test
    void refusesMoreCutsThanRounds() {
        assertThatThrownBy(() -> load(3, 4)).hasMessage("cuts: 4 (expected: 0 to 3)");
    }

    private static Load load(int flushes, int cuts) {
        return new Load(flushes, 1, cuts, Duration.ZERO);
    }

    private static int[] cutRounds(Load load) {
        return IntStream.range(0, load.flushes()).filter(load::cutsIn).toArray();
    }
}
