package dev.gatehouse.session.player.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeterCountersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MeterCounters counters = new MeterCounters(meters);

    @ParameterizedTest
    @ValueSource(strings = {"same", "other"})
    void hasThoseFromTheStartThatAreAlarmsAtTheFirst(String logic) {
        assertThat(replayedOtherwise(logic)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"true, same", "false, other"})
    void countsByLogic(boolean sameLogic, String logic) {
        counters.replayedOtherwise(sameLogic);

        assertThat(replayedOtherwise(logic)).isEqualTo(1);
    }

    @Test
    void countsSessions() {
        counters.sessions(2);
        counters.sessions(-1);

        assertThat(meters.get("gatehouse.session.sessions").gauge().value()).isEqualTo(1);
    }

    @Test
    void countsPlayersWhoCannotBeReadByWhy() {
        counters.unreadable(true);

        assertThat(meters.counter("gatehouse.session.unreadable", "why", "later")
                        .count())
                .isEqualTo(1);
        assertThat(meters.counter("gatehouse.session.unreadable", "why", "unreadable")
                        .count())
                .isZero();
    }

    private double replayedOtherwise(String logic) {
        return meters.get("gatehouse.session.replayed.otherwise")
                .tag("logic", logic)
                .counter()
                .count();
    }
}
