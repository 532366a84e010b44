package dev.gatehouse.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.suite.SuiteEffect.Open;
import dev.gatehouse.launcher.suite.SuiteEffect.Say;
import dev.gatehouse.launcher.suite.SuiteEffect.SayReady;
import dev.gatehouse.launcher.suite.SuiteEffect.ShowLog;
import dev.gatehouse.launcher.suite.SuiteEffect.Start;
import dev.gatehouse.launcher.suite.SuiteEffect.Stop;
import dev.gatehouse.launcher.suite.SuiteEvent.AllStopped;
import dev.gatehouse.launcher.suite.SuiteEvent.BecameReady;
import dev.gatehouse.launcher.suite.SuiteEvent.Begun;
import dev.gatehouse.launcher.suite.SuiteEvent.Died;
import dev.gatehouse.launcher.suite.SuiteEvent.Failed;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import dev.gatehouse.launcher.suite.SuiteEvent.TimePassed;
import dev.gatehouse.launcher.suite.SuiteState.Ended;
import dev.gatehouse.launcher.suite.SuiteState.Planned;
import dev.gatehouse.launcher.suite.SuiteState.Running;
import dev.gatehouse.launcher.suite.SuiteState.Starting;
import dev.gatehouse.launcher.suite.SuiteState.Stopping;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SuiteTest {

    private static final Suite SUITE = new Suite(false);
    private static final List<List<String>> STAGES = List.of(List.of("redis"), List.of("proxy-1", "session-1"));

    @Test
    void startsTheFirstStageAlone() {
        assertThat(SUITE.step(new Planned(STAGES), new Begun()))
                .isEqualTo(Step.to(starting(0, "redis"), new Start(List.of("redis"))));
    }

    @Test
    void startsAStageOnceTheOneBeforeIsReady() {
        assertThat(SUITE.step(starting(0, "redis"), new BecameReady("redis")))
                .isEqualTo(Step.to(
                        starting(1, "proxy-1", "session-1"),
                        new SayReady("redis"),
                        new Start(List.of("proxy-1", "session-1"))));
    }

    @Test
    void waitsForEveryPartOfAStage() {
        assertThat(SUITE.step(starting(1, "proxy-1", "session-1"), new BecameReady("session-1")))
                .isEqualTo(Step.to(starting(1, "proxy-1"), new SayReady("session-1")));
    }

    @Test
    void opensWhenTheLastPartIsReady() {
        assertThat(SUITE.step(starting(1, "proxy-1"), new BecameReady("proxy-1")))
                .isEqualTo(Step.to(new Running(STAGES), new SayReady("proxy-1"), new Open()));
    }

    @Test
    void saysWhomItWaitsFor() {
        assertThat(SUITE.step(starting(1, "proxy-1", "session-1"), new TimePassed(10)))
                .isEqualTo(Step.to(
                        starting(1, "proxy-1", "session-1"), new Say("  ... waiting for proxy-1, session-1 (10 s)")));
    }

    @Test
    void stopsTheRestInReverseWhenAPartDies() {
        assertThat(SUITE.step(new Running(STAGES), new Died("session-1", 123, 137)))
                .isEqualTo(Step.to(
                        new Stopping(1, STAGES.reversed()),
                        new Say("session-1 (pid 123) ended with status 137; stopping the rest"),
                        new ShowLog("session-1"),
                        new Stop(List.of(List.of("proxy-1", "session-1"), List.of("redis")))));
    }

    @Test
    void startsAgainWhatItCarriesOnWithoutWhereItIsToRevive() {
        var suite = new Suite(true);
        var running = new Running(List.of(List.of("redis"), List.of("proxy-1", "session-1", "session-2")));

        assertThat(suite.step(running, new Died("session-1", 123, 137)))
                .isEqualTo(Step.to(
                        running,
                        new Say("session-1 (pid 123) ended with status 137; session-2 carries on"),
                        new Start(List.of("session-1"))));
        assertThat(suite.step(running, new BecameReady("session-1")))
                .isEqualTo(Step.to(running, new SayReady("session-1")));
        assertThat(suite.step(running, new Died("proxy-1", 125, 137)).state())
                .isEqualTo(new Stopping(1, running.stages().reversed()));
    }

    @Test
    void carriesOnWhileAnotherOfTheSameServiceIsThere() {
        List<List<String>> stages = List.of(List.of("redis"), List.of("proxy-1", "session-1", "session-2"));
        List<List<String>> left = List.of(List.of("redis"), List.of("proxy-1", "session-2"));

        assertThat(SUITE.step(new Running(stages), new Died("session-1", 123, 137)))
                .isEqualTo(Step.to(
                        new Running(left), new Say("session-1 (pid 123) ended with status 137; session-2 carries on")));
        assertThat(SUITE.step(new Running(left), new Died("session-2", 124, 137)))
                .isEqualTo(Step.to(
                        new Stopping(1, left.reversed()),
                        new Say("session-2 (pid 124) ended with status 137; stopping the rest"),
                        new ShowLog("session-2"),
                        new Stop(left.reversed())));
    }

    @Test
    void stopsOnlyWhatItStarted() {
        assertThat(SUITE.step(starting(0, "redis"), new Failed("redis", "did not start: no such file")))
                .isEqualTo(Step.to(
                        new Stopping(1, List.of(List.of("redis"))),
                        new Say("redis did not start: no such file; stopping the rest"),
                        new ShowLog("redis"),
                        new Stop(List.of(List.of("redis")))));
    }

    @Test
    void saysThatADeathCameBeforeReadiness() {
        assertThat(SUITE.step(starting(1, "proxy-1"), new Died("proxy-1", 7, 1)).effects())
                .contains(new Say("proxy-1 (pid 7) ended with status 1 before it was ready; stopping the rest"));
    }

    @Test
    void endsWithTheStatusThatWasAskedFor() {
        Step asked = SUITE.step(new Running(STAGES), new StopAsked(130, "interrupted"));

        assertThat(asked.state()).isEqualTo(new Stopping(130, STAGES.reversed()));
        assertThat(SUITE.step(asked.state(), new AllStopped())).isEqualTo(Step.to(new Ended(130)));
    }

    @Test
    void takesDeathsAsWantedWhileItStops() {
        assertThat(SUITE.step(new Stopping(0, STAGES.reversed()), new Died("session-1", 123, 143)))
                .isEqualTo(Step.to(new Stopping(0, List.of(List.of("proxy-1"), List.of("redis")))));
    }

    @Test
    void saysWhomItsEndWaitsForAndHowNotToWait() {
        var stopping = new Stopping(0, List.of(List.of("proxy-1", "proxy-2"), List.of("redis")));

        assertThat(SUITE.step(stopping, new TimePassed(25)))
                .isEqualTo(Step.to(
                        stopping,
                        new Say("  ... waiting for proxy-1, proxy-2 (25 s): players move elsewhere, and what makes the"
                                + " next start faster is kept; Ctrl-C again ends at once")));
        assertThat(SUITE.step(new Stopping(0, List.of(List.of("game-instance-1"))), new TimePassed(5))
                        .effects())
                .containsExactly(new Say("  ... waiting for game-instance-1 (5 s): what makes the next start faster is"
                        + " kept; Ctrl-C again ends at once"));
        assertThat(SUITE.step(new Stopping(0, List.of(List.of())), new TimePassed(25)))
                .isEqualTo(Step.to(new Stopping(0, List.of(List.of()))));
    }

    @Test
    void keepsTheFirstReasonToStop() {
        var stopping = new Stopping(1, STAGES.reversed());

        assertThat(SUITE.step(stopping, new StopAsked(0, "interrupted"))).isEqualTo(Step.to(stopping));
    }

    private static Starting starting(int stage, String... awaited) {
        return new Starting(STAGES, stage, new TreeSet<>(List.of(awaited)));
    }
}
