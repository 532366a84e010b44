package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Keep-alives are due every five seconds, and a server is lost after fifteen.
class LivenessTest {

    @ParameterizedTest
    @CsvSource({
        "0, link, ALIVE",
        "10000, link, ALIVE",
        "10001, link, SUSPECTED",
        "14999, link, SUSPECTED",
        "0, , SUSPECTED",
        "14999, , SUSPECTED",
        "15000, link, LOST",
        "15000, , LOST",
    })
    void goesByTheLinkAndByTheLastSignOfLife(long silentMillis, @Nullable String link, Liveness expected) {
        assertThat(of(InstanceState.RUNNING, silentMillis, link)).contains(expected);
        assertThat(of(InstanceState.LINKED, silentMillis, link)).contains(expected);
    }

    @Test
    void isNotLostWhileNobodyCouldHaveBeenHeard() {
        var stored = new Stored(InstanceExamples.in(InstanceState.RUNNING), 1, Duration.ZERO, null);

        assertThat(Liveness.of(stored, DEADLINES, false)).contains(Liveness.SUSPECTED);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"LINKED", "RUNNING"},
            mode = EnumSource.Mode.EXCLUDE)
    void isNoneWhereNoServerIsLinked(InstanceState state) {
        assertThat(of(state, 0, null)).isEmpty();
    }

    @Test
    void isNeverSuspectedForItsSilenceWhereOneMissIsTheLast() {
        var strict = new Deadlines(
                DEADLINES.allocation(),
                DEADLINES.link(),
                DEADLINES.keepAlive(),
                1,
                DEADLINES.stale(),
                DEADLINES.lifetime());
        var stored = new Stored(InstanceExamples.in(InstanceState.RUNNING), 1, Duration.ofMillis(1), "link");

        assertThat(Liveness.of(stored, strict, true)).contains(Liveness.ALIVE);
    }

    private static Optional<Liveness> of(InstanceState state, long silentMillis, @Nullable String link) {
        var heardFor = DEADLINES.silence().minusMillis(silentMillis);
        return Liveness.of(new Stored(InstanceExamples.in(state), 1, heardFor, link), DEADLINES, true);
    }
}
