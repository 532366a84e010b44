package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private final Scene scene = Scene.playing();

    @Test
    void resumesFromWhereItWas() {
        scene.line().say(1L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));

        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        assertThat(scene.line().all(Hello.class).getFirst().resume())
                .isEqualTo(new Resume(new SessionId("s1"), "resume-1", 1, 1));
        assertThat(scene.session.state()).isEqualTo(SessionState.RECOVERING);
    }

    @Test
    void usesTheNewestResumeToken() {
        scene.line().lose();
        scene.resumes(0);
        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        assertThat(scene.line().all(Hello.class).getFirst().resume())
                .isEqualTo(new Resume(new SessionId("s1"), "resume-2", 1, 0));
    }

    @Test
    void losesNothingAndDoublesNothing() {
        scene.session.run(new Mine.Dig(1));
        var first = scene.session.flush();
        scene.session.run(new Mine.Dig(2));
        var _ = scene.session.flush();
        scene.line().say(1L, 1L, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));
        scene.line().lose();
        scene.session.run(new Mine.Dig(4));
        var offline = scene.session.flush();

        scene.resumes(1);
        scene.line().say(1L, null, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));
        scene.line().say(2L, 1L, Scene.result(1, new OpResult(0, "ok")));
        scene.line().say(3L, 2L, Scene.result(2, new OpResult(0, "ok")));
        scene.line().say(4L, 3L, Scene.result(3, new OpResult(0, "ok"), new OpResult(1, "ok")));

        assertThat(scene.line().numbers()).containsExactly(2L, 3L);
        assertThat(scene.session.player().gold()).isEqualTo(10);
        assertThat(first).isCompleted();
        assertThat(offline).isCompleted();
        assertThat(scene.session.statistics()).isEqualTo(new Statistics(3, 3, 4, 4, 1, 0, 1, 0, 2, 1, 1));
        assertThat(scene.log)
                .containsExactly(
                        "started s1",
                        "SYNCHRONIZED Bonus[factor=2] ok",
                        "recovering 1000 in PT2S",
                        "resumed s1",
                        "flushed 1",
                        "flushed 2",
                        "flushed 3");
    }

    @Test
    void waitsLongerAfterEveryAttempt() {
        scene.line().lose();
        for (int pause : new int[] {2, 1, 2, 4, 8, 16, 30, 30}) {
            assertThat(scene.log.getLast())
                    .isEqualTo(
                            "recovering " + (scene.network.lines.size() == 1 ? 1000 : 1002) + " in PT" + pause + "S");
            scene.passes(pause);
            scene.line().lose();
        }

        assertThat(scene.network.lines).hasSize(9);
    }

    @Test
    void doesNotComeBackWhenToldNotTo() {
        scene.line().say(null, null, ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION.terminate());
        scene.passes(3_600);

        assertThat(scene.network.lines).hasSize(1);
        assertThat(scene.session.state()).isEqualTo(SessionState.BANNED);
        assertThat(scene.log).containsExactly("started s1", "ended 1500");
    }

    @Test
    void obeysTheCloseCodeWhereNothingWasSaid() {
        scene.line().lose(new SocketLoss.Closed(4500, "1599 newer_than_us"));

        assertThat(scene.log).containsExactly("started s1", "ended 1000");
    }

    @Test
    void staysAwayForAsLongAsItIsTold() {
        scene.line()
                .say(
                        null,
                        null,
                        ConnectionError.CLUSTER_NOT_READY_UNHANDLED.terminate(
                                Duration.ofSeconds(45), "Later.", JsonText.EMPTY_OBJECT));

        assertThat(scene.log).containsExactly("started s1", "recovering 1209 in PT49.5S");
    }

    @Test
    void startsOverWhereTheSessionIsGone() {
        scene.session.run(new Mine.Dig(1));
        var flushed = scene.session.flush();
        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        scene.line().say(null, null, ConnectionError.FAILED_TO_RESUME_SESSION.terminate());
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, scene.started("s2", new Mine(50, "")));

        assertThat(scene.line().all(Hello.class).getFirst().resume()).isNull();
        assertThat(scene.session.player().gold()).isEqualTo(50);
        assertThat(flushed).isCompletedExceptionally();
        assertThat(scene.log).containsExactly("started s1", "recovering 1000 in PT2S", "started s2");
    }

    @Test
    void startsOverWhereTheServerGivesUpASessionThatRuns() {
        scene.line().say(null, null, ConnectionError.FAILED_TO_RESUME_SESSION.terminate());
        assertThat(scene.session.state()).isEqualTo(SessionState.RECOVERING);
        scene.passes(2);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, scene.started("s2", new Mine(50, "")));

        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(scene.log).containsExactly("started s1", "recovering 1400 in PT2S", "started s2");
    }

    @Test
    void asksAgainForWhatIsMissing() {
        scene.line().say(2L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("b")));

        assertThat(scene.line().isDropped).isTrue();
        assertThat(scene.session.player().tip()).isEmpty();
        scene.resumes(0);
        scene.line().say(1L, null, scene.action(6, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));
        scene.line().say(2L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("b")));
        assertThat(scene.session.player().tip()).isEqualTo("b");
        assertThat(scene.session.statistics().gaps()).isEqualTo(1);
    }

    @Test
    void hearsNothingFromASocketThatItGaveUp() {
        var old = scene.line();
        old.lose();
        scene.resumes(0);

        old.say(1L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("late")));
        old.lose();

        assertThat(scene.session.player().tip()).isEmpty();
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void noticesASilentServer() {
        scene.passes(51);

        assertThat(scene.line().isDropped).isTrue();
        assertThat(scene.log).containsExactly("started s1", "recovering 1120 in PT2S");
    }

    @Test
    void givesUpInTheEnd() {
        scene.line().lose();
        while (scene.session.state() == SessionState.RECOVERING) {
            scene.passes(1);
            scene.line().lose();
        }

        assertThat(scene.session.state()).isEqualTo(SessionState.OFFLINE);
        assertThat(scene.log.getLast()).isEqualTo("ended 1002");
        assertThat(scene.time.nanoTime()).isBetween(500_000_000_000L, 600_000_000_000L);
    }

    @Test
    void refusesAServerThatHasWhatWasNeverSent() {
        scene.line().lose();

        scene.passes(2);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, new SessionResumed(new SessionId("s1"), "r", 1, 5));

        assertThat(scene.line().all(Hello.class)).isEmpty();
        assertThat(scene.network.lines).hasSize(3);
    }

    @Test
    void endsWithItsClient() {
        scene.client.close();

        assertThat(scene.session.ended()).isCompletedWithValueMatching(why -> why.code() == 8201);
        assertThat(scene.line().isClosed).isTrue();
    }

    @Test
    void canBeCutOnPurpose() {
        scene.session.dropConnection();
        scene.resumes(0);
        scene.session.run(new Mine.Dig(2));
        scene.beats();

        assertThat(scene.line().all(Flush.class)).hasSize(1);
        assertThat(scene.log).containsExactly("started s1", "recovering 1000 in PT2S", "resumed s1");
    }
}
