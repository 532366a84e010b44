package dev.gatehouse.launcher.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LivesTest {

    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final Lives LIVES = new Lives(
            new Pace(MOMENT, MOMENT, 1, MOMENT, MOMENT, MOMENT, MOMENT),
            new BadTickets(FakeServer.KEY, () -> FakeServer.NOW));

    @Test
    void findNothingInAGoodServer() throws Exception {
        var report = live(null);

        assertThat(report.allHold()).isTrue();
        assertThat(report.lines())
                .hasSize(23)
                .startsWith("1..22", "ok 1 - links with both of its tokens in time")
                .allMatch(line -> line.startsWith("1..") || line.startsWith("ok "));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"STOPS", "EXITS"},
            mode = EnumSource.Mode.EXCLUDE)
    void findEachMistakeByItsCheckAlone(Check flaw) throws Exception {
        assertThat(failed(live(flaw))).containsExactly(flaw);
    }

    @ParameterizedTest
    @EnumSource(names = {"STOPS", "EXITS"})
    void findAServerThatDoesNotGoWhateverTheReason(Check flaw) throws Exception {
        assertThat(failed(live(flaw))).containsExactly(Check.STOPS, Check.EXITS);
    }

    @Test
    void countOnlyWhatWasAskedFor() throws Exception {
        var report = new Report(Check.withoutADoor());

        LIVES.live(Life.HOSTS, new FakeServer(null).host(), report);
        LIVES.live(Life.LOSES_ITS_LINK, new FakeServer(null).host(), report);
        LIVES.live(Life.IS_DRAINED, new FakeServer(null).host(), report);

        assertThat(report.allHold()).isTrue();
        assertThat(report.lines()).hasSize(16).startsWith("1..15").noneMatch(line -> line.contains("ticket"));
        assertThat(report.wants(Life.OPENS_ITS_DOOR)).isFalse();
    }

    @Test
    void sayOnceThatADoorGivesNoAnswer() throws Exception {
        var report = new Report(Check.of(Life.OPENS_ITS_DOOR));

        LIVES.live(Life.OPENS_ITS_DOOR, FakeServer.dyingAtItsDoor().host(), report);

        assertThat(failed(report)).containsExactly(Check.ADMITS);
        assertThat(report.lines())
                .contains(
                        "not ok 16 - lets a player in by its ticket once that is confirmed: its door gave no answer: the"
                                + " answer ends after 0 characters",
                        "skipped 17 - lets nobody in by a ticket that was used: its door gave no answer");
    }

    @Test
    void findAServerThatIsGoneBeforeAnybodyElseIsAdded() throws Exception {
        var report = new Report(Check.all());

        LIVES.live(Life.HOSTS, FakeServer.dyingOfNews().host(), report);

        assertThat(failed(report)).containsExactly(Check.PASSES_OVER_NEWS);
        assertThat(report.lines())
                .contains("not ok 5 - goes on when it hears what it does not know: its instance takes no player after a"
                        + " notice or a member that is new: instance_over: The instance is over.; its instance is over: the"
                        + " server's process exited with status 1");
    }

    @Test
    void sayHowAServerWentThatNeverCameToTheLine() throws Exception {
        var report = new Report(Check.all());

        LIVES.live(Life.HOSTS, FakeServer.deadAtOnce().host(), report);

        assertThat(report.lines())
                .contains("not ok 1 - links with both of its tokens in time: it opened no link in time; its instance is"
                        + " over: the server's process exited with status 1");
    }

    @Test
    void skipWhatCannotBeJudged() throws Exception {
        assertThat(live(Check.LINKS).lines())
                .contains(
                        "not ok 1 - links with both of its tokens in time: it showed no social token",
                        "skipped 7 - comes back in time when its link is lost: it did not link");
        assertThat(live(Check.COMES_BACK).lines())
                .contains(
                        "not ok 7 - comes back in time when its link is lost: it did not link again within 0 s",
                        "skipped 8 - shows its new tokens when it comes back: it did not come back");
        assertThat(live(Check.OBEYS_DRAIN).lines())
                .contains("skipped 10 - exits when its game has ended: it did not end its game");
    }

    @Test
    void sayWhatWasBrokenOff() {
        var report = new Report(Check.all());

        assertThat(report.allHold()).isFalse();
        assertThat(report.lines()).contains("skipped 3 - says in time that it is well: the check was broken off");
    }

    private static Report live(@Nullable Check flaw) throws Exception {
        var report = new Report(Check.all());
        for (Life life : Life.values()) {
            LIVES.live(life, new FakeServer(flaw).host(), report);
        }
        return report;
    }

    private static Set<Check> failed(Report report) {
        var failed = EnumSet.noneOf(Check.class);
        Arrays.stream(Check.values())
                .filter(check -> report.of(check) instanceof Verdict.Fails)
                .forEach(failed::add);
        return failed;
    }
}
