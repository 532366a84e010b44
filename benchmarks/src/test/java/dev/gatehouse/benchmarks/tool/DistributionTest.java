package dev.gatehouse.benchmarks.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void takesTheNearestRank() {
        var hundred = LongStream.rangeClosed(1, 100).boxed().toList().reversed();

        assertThat(Distribution.of(hundred)).isEqualTo(new Distribution(100, 50, 99, 100));
        assertThat(Distribution.of(List.of(30L, 10L, 20L))).isEqualTo(new Distribution(3, 20, 30, 30));
        assertThat(Distribution.of(List.of(7L))).isEqualTo(new Distribution(1, 7, 7, 7));
    }

    @Test
    void isReadInMilliseconds() {
        assertThat(Distribution.of(List.of(1_000_000L, 2_500_000L)))
                .hasToString("p50 1.0 ms, p99 2.5 ms, max 2.5 ms (2 times)");
        assertThat(Distribution.of(List.of())).hasToString("never");
    }
}
