package dev.gatehouse.client.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TempoTest {

    @Test
    void countsEveryTickOnceHoweverOftenItIsAsked() {
        var tempo = new Tempo(3, 0);
        long ticks = 0;
        for (long now = 0; now <= 10_000_000_000L; now += 7_000_000) {
            long due = tempo.due(now);
            tempo.done(due);
            ticks += due;
        }

        assertThat(ticks).isEqualTo(29);
        assertThat(tempo.due(10_100_000_000L)).isEqualTo(1);
    }

    @Test
    void forgetsNoTickThatWasNotRun() {
        var tempo = new Tempo(100, 5);

        assertThat(tempo.due(600_000_000_005L)).isEqualTo(60_000);
        tempo.done(6_000);
        assertThat(tempo.due(600_000_000_005L)).isEqualTo(54_000);
        tempo.done(54_000);
        assertThat(tempo.due(600_020_000_005L)).isEqualTo(2);
    }
}
