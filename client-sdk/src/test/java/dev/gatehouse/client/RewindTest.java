package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.live.GroupListener;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage.Event;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ClientMessage.Skip;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The session gets a new owner while its socket stays open.
class RewindTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final JsonText ARGS = JsonText.EMPTY_OBJECT;

    @ParameterizedTest
    @EnumSource
    void sendsAgainWhatTheNewOwnerHasNotReceived(Encoding encoding) {
        var scene = new Scene(encoding, Timing.USUAL).play();
        var first = dig(scene, 1);
        scene.line().say(1L, 1L, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("old")));
        var second = dig(scene, 2);
        var third = dig(scene, 4);

        scene.line().say(null, null, new Rewind(2, 1, false));

        assertThat(after(scene, 3)).extracting(ClientFrame::seq).containsExactly(2L, 3L);
        // Nothing of the new epoch has come yet, whatever had of the old one.
        assertThat(after(scene, 3)).extracting(ClientFrame::ack).containsOnly(0L);
        assertThat(after(scene, 3)).allMatch(frame -> frame.message() instanceof Flush);
        scene.line().say(1L, 3L, Scene.result(1, new OpResult(0, "ok")));
        scene.line().say(2L, null, Scene.result(2, new OpResult(0, "ok")));
        scene.line().say(3L, null, Scene.result(3, new OpResult(0, "ok")));
        assertThat(List.of(first, second, third)).allMatch(CompletableFuture::isDone);
        assertThat(scene.session.player()).isEqualTo(new Mine(7, "old"));
        assertThat(scene.log)
                .containsExactly(
                        "started s1",
                        "UNSYNCHRONIZED Tip[text=old] ok",
                        "rewound without a gap",
                        "flushed 1",
                        "flushed 2",
                        "flushed 3");
    }

    @Test
    void resumesInTheNewEpoch() {
        var scene = Scene.playing();
        scene.line().say(null, null, new Rewind(2, 0, false));
        scene.line().say(1L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));
        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        assertThat(scene.line().last(Hello.class).resume())
                .isEqualTo(new Resume(new SessionId("s1"), "resume-1", 2, 1));
    }

    @Test
    void doesNothingTwiceThatALostOwnerMayHaveDone() {
        var scene = Scene.playing();
        var call = scene.session.call("Treasury.balance", ARGS, SOON);
        scene.session.send("cheer", EventScope.everybody(), ARGS);
        var _ = scene.session.join("room:1", null, new GroupListener() {});
        var _ = dig(scene, 1);

        scene.line().say(null, null, new Rewind(2, 0, false));

        assertThat(after(scene, 4))
                .extracting(frame -> frame.message().getClass())
                .isEqualTo(List.of(Skip.class, Event.class, GroupJoin.class, Flush.class));
        assertThat(after(scene, 4)).extracting(ClientFrame::seq).containsExactly(1L, 2L, 3L, 4L);
        assertMoved(call);
        // And not after a resume either.
        scene.line().lose();
        scene.passes(2);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, new SessionResumed(new SessionId("s1"), "r", 2, 0));
        assertThat(scene.line().all(Skip.class)).hasSize(1);
        assertThat(scene.line().all(Rpc.class)).isEmpty();
        assertThat(scene.line().all(Event.class)).hasSize(1);
    }

    @Test
    void takesALoginForLostThatWasOpenAndDropsItsLateAnswer() {
        var scene = Scene.playing();
        var received = scene.session.login("first");
        var onItsWay = scene.session.login("second");

        scene.line().say(null, null, new Rewind(2, 1, true));

        assertMoved(received);
        assertMoved(onItsWay);
        assertThat(after(scene, 2)).extracting(ClientFrame::message).containsExactly(new Skip());
        var again = scene.session.login("third");
        scene.line().say(1L, 2L, new LoginResult(true, null, 2L));
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(again).isNotDone();
        scene.line().say(2L, 3L, new LoginResult(true, null, 3L));
        assertThat(again).isCompleted();
    }

    @Test
    void waitsForAnswersThatAreNotLost() {
        var scene = Scene.playing();
        var call = scene.session.call("Treasury.balance", ARGS, SOON);

        scene.line().say(null, null, new Rewind(2, 1, false));
        scene.line().say(1L, null, new RpcResult(1, true, new JsonText("12"), null));

        assertThat(call).isCompletedWithValue(new JsonText("12"));
    }

    @ParameterizedTest
    @EnumSource
    void takesTheModelOfTheNewOwnerAndRunsItsOwnOnIt(Encoding encoding) {
        var scene = new Scene(encoding, Timing.USUAL).play();
        var lost = scene.session.call("Treasury.balance", ARGS, SOON);
        var inJournal = dig(scene, 1);
        scene.line().say(1L, 2L, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));
        var unknown = dig(scene, 4);
        scene.session.run(new Mine.Dig(8));
        assertThat(scene.session.player().gold()).isEqualTo(14);

        scene.line().say(null, null, new Rewind(2, 2, true));
        assertMoved(lost);
        assertThat(inJournal).isCompletedWithValueMatching(result -> result.flush() == 2);
        assertThat(scene.log).endsWith("flushed 2", "rewound with a gap");
        assertThat(unknown).isNotDone();
        scene.line().say(1L, null, new ModelPatch(5, whole("{\"gold\":1,\"tip\":\"new\"}")));
        // The journal still has the bonus, as far as the new owner knows.
        scene.line().say(2L, null, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));

        assertThat(scene.session.player()).isEqualTo(new Mine(14, "new"));
        assertThat(scene.session.tick()).isEqualTo(5);
        scene.line().say(3L, 3L, Scene.result(3, new OpResult(0, "ok"), new OpResult(1, "ok")));
        assertThat(unknown).isCompleted();
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
    }

    /// Whatever was run, sent and received when the owner is lost: both sides come to the same model again.
    @Test
    void agreesWithTheNewOwnerAfterAnyGap() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var scene = Scene.playing();
            for (int step = 0; step < 12; step++) {
                scene.session.run(new Mine.Dig(1 + random.nextInt(9)));
                if (random.nextBoolean()) {
                    var _ = scene.session.flush();
                }
                scene.time.passes(Duration.ofMillis(random.nextInt(400)));
            }
            var flushes = scene.line().all(Flush.class);
            int kept = random.nextInt(flushes.size() + 1);
            var server = Timeline.start(Mine.GAME.model(), Mine.NEW, 0, Instant.EPOCH);
            for (var flush : flushes.subList(0, kept)) {
                server = replay(server, flush);
            }

            scene.line().say(null, null, new Rewind(2, kept, true));
            var gold = server.model().gold();
            scene.line().say(1L, null, new ModelPatch(server.tick(), whole("{\"gold\":" + gold + ",\"tip\":\"\"}")));
            var _ = scene.session.flush();
            var all = scene.line().all(Flush.class);
            for (var flush : all.subList(flushes.size(), all.size())) {
                server = replay(server, flush);
                assertThat(server.checksum()).as("seed %d", seed).isEqualTo(flush.checksum());
            }
            assertThat(server.model()).as("seed %d", seed).isEqualTo(scene.session.player());
        }
    }

    @Test
    void refusesAnEpochThatIsNotNew() {
        var scene = Scene.playing();
        scene.line().say(1L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));

        scene.line().say(null, null, new Rewind(1, 0, false));

        assertThat(scene.log.getLast()).isEqualTo("recovering 1630 in PT2S");
    }

    @Test
    void startsOverWhereTheNewOwnerHasWhatWasNeverSent() {
        var scene = Scene.playing();
        scene.line().say(null, null, new Rewind(2, 9, false));

        assertThat(scene.log.getLast()).isEqualTo("recovering 1400 in PT2S");
    }

    /// Redis has forgotten what it had confirmed, and the node that could write it again is gone as well.
    @Test
    void startsOverWhereWhatWasAcknowledgedIsLost() {
        var scene = Scene.playing();
        var _ = dig(scene, 3);
        scene.line().say(1L, 1L, Scene.result(1, new OpResult(0, "ok")));

        scene.line().say(null, null, new Rewind(2, 0, true));

        assertThat(scene.log.getLast()).isEqualTo("recovering 1400 in PT2S");
    }

    @Test
    void goesOnWhereARewindIsSaidAgainThatIsOlderThanWhatWasAcknowledged() {
        var scene = Scene.playing();
        var _ = dig(scene, 3);
        scene.line().say(null, null, new Rewind(2, 0, true));
        scene.line().say(null, 1L, new ServerMessage.Acknowledge());

        scene.line().say(null, null, new Rewind(2, 0, true));

        assertThat(scene.log.getLast()).isEqualTo("rewound with a gap");
    }

    /// A new epoch beside an old number: what lies between is not to be had, so it is not asked for.
    @Test
    void countsAResumeInAnotherEpochAsAGap() {
        var scene = Scene.playing();
        scene.line().say(1L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));
        var call = scene.session.call("Treasury.balance", ARGS, SOON);
        scene.line().lose();
        var afterwards = scene.session.call("Treasury.balance", ARGS, SOON);
        scene.passes(2);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, new SessionResumed(new SessionId("s1"), "r", 2, 0));
        scene.line().say(null, null, new Rewind(2, 0, true));
        scene.line().say(1L, null, scene.action(8, ActionMode.UNSYNCHRONIZED, new Mine.Tip("b")));

        assertMoved(call);
        assertThat(scene.session.player().tip()).isEqualTo("b");
        // It was never on a socket before, so nobody can have carried it out.
        assertThat(scene.line().all(Rpc.class)).hasSize(1);
        assertThat(afterwards).isCompletedExceptionally();
    }

    @Test
    void refusesAResumeInAnEpochThatIsOver() {
        var scene = Scene.playing();
        scene.line().say(null, null, new Rewind(5, 0, false));
        scene.line().lose();
        scene.passes(2);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, new SessionResumed(new SessionId("s1"), "r", 4, 0));
        scene.line().open();

        assertThat(scene.line().last(Hello.class).resume()).isNull();
    }

    private static CompletableFuture<FlushResult> dig(Scene scene, int amount) {
        scene.session.run(new Mine.Dig(amount));
        return scene.session.flush();
    }

    private static Timeline<Mine> replay(Timeline<Mine> before, Flush flush) {
        return ((Replay.Replayed<Mine>) before.replay(flush.ops())).timeline();
    }

    private static JsonText whole(String model) {
        return new JsonText("[{\"op\":\"replace\",\"path\":\"\",\"value\":" + model + "}]");
    }

    /// The numbered frames that the server heard after so many.
    private static List<ClientFrame> after(Scene scene, int count) {
        return scene.line().heard.stream()
                .filter(frame -> frame.seq() != null)
                .skip(count)
                .toList();
    }

    private static void assertMoved(CompletableFuture<? extends @Nullable Object> call) {
        assertThat(CallsTest.failure(call).code()).hasValue(CallErrorCode.SESSION_MOVED);
        assertThat(CallsTest.failure(call).error().retryable()).isTrue();
    }
}
