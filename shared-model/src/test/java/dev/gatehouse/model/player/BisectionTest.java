package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BisectionTest {

    @Test
    void findsTheFirstOfAnyNumberOfSteps() {
        for (int count = 1; count < 70; count++) {
            for (int first = 0; first < count; first++) {
                int from = first;
                assertThat(Bisection.firstDiffering(count, step -> step >= from))
                        .hasValue(first);
            }
        }
    }

    @Test
    void asksTenTimesAboutFiveHundredStepsAndOnceWhereAllIsWell() {
        var asked = new AtomicInteger();

        assertThat(Bisection.firstDiffering(512, step -> asked.incrementAndGet() > 0 && step >= 301))
                .hasValue(301);
        assertThat(asked).hasValueLessThanOrEqualTo(10);

        asked.set(0);
        assertThat(Bisection.firstDiffering(512, _ -> asked.incrementAndGet() < 0))
                .isEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void findsNothingAmongNone() {
        assertThat(Bisection.firstDiffering(0, _ -> true)).isEmpty();
    }
}
