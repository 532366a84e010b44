package dev.gatehouse.client.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TempoTest {

    @Test
    void countsEveryTickOnceHoweverOftenItIsAsked() {
        var tempo = new Tempo(3, 100, 0);
        int ticks = 0;
        for (long now = 0; now <= 10_000_000_000L; now += 7_000_000) {
            ticks += tempo.due(now);
        }

        assertThat(ticks).isEqualTo(29);
        assertThat(tempo.due(10_100_000_000L)).isEqualTo(1);
    }

    @Test
    void forgetsATimeThatNoFlushCouldHold() {
        var tempo = new Tempo(10, 100, 0);

        assertThat(tempo.due(60_000_000_000L)).isEqualTo(100);
        assertThat(tempo.due(60_000_000_000L)).isZero();
        assertThat(tempo.due(60_200_000_000L)).isEqualTo(2);
    }
}
