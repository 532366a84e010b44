package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.ConnectionState;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The server asks for another socket before it closes this one.
class MoveTest {

    private final Scene scene = Scene.playing();
    private final FakeNetwork.Line old = scene.line();

    @Test
    void opensTheNewSocketInTheWindowAndClosesTheOldOneAfterTheResume() {
        old.say(null, null, new Move(4_000, 10_000));
        scene.passes(8);
        assertThat(scene.network.lines).hasSize(1);
        scene.passes(1);
        assertThat(scene.network.lines).hasSize(2);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        assertThat(old.isUp()).isTrue();
        assertThat(scene.session.connectionState()).isEqualTo(ConnectionState.CONNECTED);

        resumed(0);

        assertThat(old.isClosed).isTrue();
        assertThat(scene.line().isUp()).isTrue();
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(scene.session.connectionState()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(scene.log).containsExactly("started s1", "resumed s1");
    }

    @Test
    void hearsOnceOfARewindThatBothSocketsTell() {
        dig(1);
        moving();
        // The session has another owner, after the hello on the second socket has named the epoch before.
        old.say(null, null, new Rewind(2, 0, true));
        old.say(1L, 1L, new ModelPatch(0, new JsonText("[]")));
        old.say(2L, null, Scene.result(1, new OpResult(0, "ok")));

        scene.line().say(null, null, new SessionResumed(new SessionId("s1"), "resume-2", 2, 0));
        scene.line().say(null, null, new Rewind(2, 0, true));
        scene.line().say(1L, null, new ModelPatch(0, new JsonText("[]")));
        scene.line().say(2L, null, Scene.result(1, new OpResult(0, "ok")));

        assertThat(scene.line().isUp()).isTrue();
        assertThat(scene.log).containsOnlyOnce("rewound with a gap").endsWith("resumed s1");
        assertThat(scene.session.statistics())
                .returns(2L, Statistics::handled)
                .returns(1L, Statistics::acknowledged)
                .returns(2L, Statistics::duplicates);
    }

    @Test
    void losesNothingAndDoublesNothing() {
        old.say(1L, null, scene.action(1, ActionMode.SYNCHRONIZED, new Mine.Bonus(3)));
        dig(1);
        moving();
        // Both talk on, on the old socket.
        old.say(2L, 1L, scene.action(2, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));
        dig(2);
        dig(4);
        assertThat(scene.line().all(Hello.class).getFirst().resume())
                .matches(resume -> resume != null && resume.received() == 1);

        // The server has the second of three, and what came on the old socket after the hello comes again.
        resumed(2);
        scene.line().say(2L, null, scene.action(2, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));
        scene.line().say(3L, null, scene.action(3, ActionMode.UNSYNCHRONIZED, new Mine.Tip("b")));
        old.say(4L, null, scene.action(4, ActionMode.UNSYNCHRONIZED, new Mine.Tip("not heard")));
        dig(8);

        assertThat(old.numbers()).containsExactly(1L, 2L, 3L);
        assertThat(scene.line().numbers()).containsExactly(3L, 4L);
        assertThat(scene.session.player()).isEqualTo(new Mine(15, "b"));
        assertThat(scene.session.statistics())
                .returns(3L, Statistics::handled)
                .returns(1L, Statistics::duplicates)
                .returns(0L, Statistics::gaps)
                .returns(1L, Statistics::resent);
        assertThat(scene.log)
                .containsExactly(
                        "started s1",
                        "SYNCHRONIZED Bonus[factor=3] ok",
                        "UNSYNCHRONIZED Tip[text=a] ok",
                        "resumed s1",
                        "UNSYNCHRONIZED Tip[text=b] ok");
    }

    @Test
    void staysWhereItIsWhileTheNewSocketComesToNothing() {
        moving();
        scene.line().lose();
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        scene.passes(1);

        assertThat(scene.network.lines).hasSize(3);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        resumed(0);
        assertThat(old.isClosed).isTrue();
        assertThat(scene.log).containsExactly("started s1", "resumed s1");
    }

    @Test
    void triesLaterEachTime() {
        moving();
        scene.line().lose();
        scene.passes(1);
        assertThat(scene.network.lines).hasSize(3);
        scene.line().lose();
        scene.passes(1);
        assertThat(scene.network.lines).hasSize(3);
        scene.passes(1);
        assertThat(scene.network.lines).hasSize(4);
    }

    @Test
    void triesNoSoonerThanTheServerWants() {
        moving();
        scene.line()
                .say(
                        null,
                        null,
                        ConnectionError.CLUSTER_STARTING.terminate(
                                Duration.ofSeconds(10), "Later.", JsonText.EMPTY_OBJECT));
        scene.passes(10);
        assertThat(scene.network.lines).hasSize(2);
        scene.passes(1);

        assertThat(scene.network.lines).hasSize(3);
        assertThat(old.isUp()).isTrue();
    }

    @Test
    void goesOnWithTheNewSocketWhereTheOldOneDiesFirst() {
        moving();
        old.say(null, null, ConnectionError.PROXY_DRAINING.terminate());
        assertThat(scene.session.state()).isEqualTo(SessionState.RECOVERING);
        assertThat(scene.network.lines).hasSize(2);

        resumed(0);

        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(scene.log).containsExactly("started s1", "recovering 4040 in PT0S", "resumed s1");
    }

    @Test
    void takesItsOwnNewSocketForNobodyElses() {
        moving();
        old.say(null, null, ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION.terminate());
        resumed(0);

        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void recoversAsEverWhereBothSocketsDie() {
        moving();
        old.lose();
        scene.line().lose();
        scene.passes(2);

        assertThat(scene.network.lines).hasSize(3);
        assertThat(scene.session.state()).isEqualTo(SessionState.RECOVERING);
    }

    @Test
    void forgetsAMoveThatTheEndOvertakes() {
        old.say(null, null, new Move(4_000, 0));
        scene.session.close();
        scene.passes(10);

        assertThat(scene.network.lines).hasSize(1);
    }

    @Test
    void dropsTheNewSocketWithTheSession() {
        moving();
        scene.session.close();

        assertThat(scene.network.lines).noneMatch(FakeNetwork.Line::isUp);
    }

    private void moving() {
        old.say(null, null, new Move(0, 0));
        scene.time.passes(Duration.ofMillis(1));
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
    }

    private void resumed(long received) {
        scene.line().say(null, null, new SessionResumed(new SessionId("s1"), "resume-2", 1, received));
    }

    private void dig(int amount) {
        scene.session.run(new Mine.Dig(amount));
        var _ = scene.session.flush();
    }
}
