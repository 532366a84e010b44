package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.instance.life.LifeEvent.ExpiryReached;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.instance.life.LifeEvent.StartFailed;
import dev.gatehouse.model.lifecycle.InstanceState;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DeadlinesTest {

    private final Deadlines deadlines = InstanceExamples.DEADLINES;

    @ParameterizedTest
    @CsvSource({"CREATED, 60", "ALLOCATING, 60", "ALLOCATED, 300"})
    void failsAStartFromItsDeadlineOn(InstanceState state, long seconds) {
        var instance = InstanceExamples.in(state);

        assertThat(deadlines.due(instance, false, NOW.plusSeconds(seconds - 1))).isEmpty();
        assertThat(deadlines.due(instance, false, NOW.plusSeconds(seconds)))
                .get()
                .isInstanceOf(StartFailed.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            names = {"LINKED", "RUNNING"})
    void losesAServerThatIsNotHeard(InstanceState state) {
        var instance = InstanceExamples.in(state);

        assertThat(deadlines.due(instance, true, NOW.plusSeconds(1_000))).isEmpty();
        assertThat(deadlines.due(instance, false, NOW))
                .contains(new ServerLost(InstanceExamples.SERVER, "the server was silent for PT15S"));
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            mode = Mode.EXCLUDE,
            names = {"ENDED", "FAILED", "TERMINATED", "EXPIRED"})
    @DisplayName("3.4 (11): even a healthy instance ends when it has lasted as long as one may")
    void endsEvenAHealthyInstanceAfterItsLifetime(InstanceState alive) {
        assertThat(deadlines.due(InstanceExamples.in(alive), true, NOW.plus(Duration.ofHours(24))))
                .contains(new ExpiryReached("lasted PT24H"));
    }

    @Test
    @DisplayName("3.4 (10): an instance is given up when nobody has touched it for long enough")
    void givesUpAnInstanceThatNobodyTouches() {
        var running = InstanceExamples.in(InstanceState.RUNNING);
        var halfAnHour = NOW.plus(Duration.ofMinutes(30));

        assertThat(deadlines.due(running, true, halfAnHour.minusSeconds(1))).isEmpty();
        assertThat(deadlines.due(running, true, halfAnHour)).contains(new ExpiryReached("nobody touched it for PT30M"));
        assertThat(deadlines.due(running.touched(NOW.plusSeconds(1)), true, halfAnHour))
                .isEmpty();
    }

    @Test
    @DisplayName("3.4 (10): an instance with somebody in it is never stale")
    void keepsAnInstanceThatSomebodyIsIn() {
        var running = InstanceExamples.in(InstanceState.RUNNING);
        var played = running.withPlayers(running.players().stream()
                .map(seat -> seat.playerId().equals(InstanceExamples.ALICE) ? seat.asPresent() : seat)
                .toList());

        assertThat(deadlines.due(played, true, NOW.plus(Duration.ofHours(23)))).isEmpty();
    }

    @Test
    void notesATouchOncePerMinute() {
        var running = InstanceExamples.in(InstanceState.RUNNING);

        assertThat(deadlines.isTouchToBeNoted(running, NOW.plusSeconds(59))).isFalse();
        assertThat(deadlines.isTouchToBeNoted(running, NOW.plusSeconds(60))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            names = {"ENDED", "FAILED", "TERMINATED", "EXPIRED"})
    void leavesAloneWhatIsOver(InstanceState over) {
        assertThat(deadlines.due(InstanceExamples.in(over), false, NOW.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    @Test
    void looksAgainNoLaterThanTheDeadline() {
        var allocating = InstanceExamples.in(InstanceState.ALLOCATING);

        assertThat(deadlines.lookIn(allocating, NOW)).contains(Duration.ofSeconds(30));
        assertThat(deadlines.lookIn(allocating, NOW.plusSeconds(50))).contains(Duration.ofSeconds(10));
        assertThat(deadlines.lookIn(allocating, NOW.plusSeconds(99))).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @EnumSource(
            value = InstanceState.class,
            mode = Mode.EXCLUDE,
            names = {"ENDED", "FAILED", "TERMINATED", "EXPIRED"})
    void looksAgainNoLaterThanTheEndOfItsLifetime(InstanceState alive) {
        var almostOver = NOW.plus(Duration.ofHours(24)).minusSeconds(1);
        var young = InstanceExamples.in(alive).in(alive, almostOver, "test");

        assertThat(deadlines.lookIn(young, almostOver)).contains(Duration.ofSeconds(1));
    }

    @Test
    void looksAtALinkedServerWithEveryKeepAlive() {
        assertThat(deadlines.lookIn(InstanceExamples.in(InstanceState.RUNNING), NOW))
                .contains(Duration.ofSeconds(5));
    }

    @Test
    void looksAtAnEndedInstanceUntilItIsReleased() {
        var ended = InstanceExamples.in(InstanceState.ENDED);

        assertThat(deadlines.lookIn(ended, NOW)).contains(Duration.ofSeconds(30));
        assertThat(deadlines.lookIn(ended.asReleased(), NOW)).isEmpty();
    }

    @Test
    void refusesADeadlineThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deadlines(
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)))
                .withMessage("allocation: PT0S (expected: > 0)");
    }
}
