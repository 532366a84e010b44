package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Acknowledge;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ClientMessage.Pong;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlayTest {

    private final Scene scene = Scene.playing();

    @Test
    void runsAnActionAtOnceAndSaysSoWithinOneBeat() {
        var result = scene.session.run(new Mine.Dig(3));

        assertThat(result).isEqualTo("ok");
        assertThat(scene.session.player().gold()).isEqualTo(3);
        assertThat(scene.line().all(Flush.class)).isEmpty();

        scene.beats();
        assertThat(scene.line().all(Flush.class)).hasSize(1);
        assertThat(scene.line().numbers()).containsExactly(1L);
    }

    @Test
    void saysWhatTheServerComesToAsWell() {
        scene.session.run(new Mine.Dig(3));
        scene.session.run(new Mine.Dig(0));
        scene.passes(1);
        scene.session.run(new Mine.Dig(4));
        scene.beats();

        var server = Timeline.start(Mine.GAME.model(), Mine.NEW, 0, Instant.EPOCH);
        for (var flush : scene.line().all(Flush.class)) {
            server = ((Replay.Replayed<Mine>) server.replay(flush.ops())).timeline();
            assertThat(server.checksum()).isEqualTo(flush.checksum());
        }
        assertThat(server.model()).isEqualTo(new Mine(7, ""));
        assertThat(server.tick()).isEqualTo(scene.session.tick()).isEqualTo(12);
    }

    @Test
    void tellsActionsTheModelsTime() {
        scene.passes(1);
        long ticks = scene.session.tick();

        scene.session.run(new Mine.Stamp());

        assertThat(scene.session.player().tip())
                .isEqualTo(Instant.ofEpochMilli(Scene.STARTED_AT + ticks * 100).toString());
    }

    @Test
    void completesAFlushWhenTheServerHasIt() {
        scene.session.run(new Mine.Dig(3));
        var flushed = scene.session.flush();

        assertThat(flushed).isNotDone();
        scene.line().say(1L, 1L, Scene.result(1, new OpResult(0, "ok")));

        assertThat(flushed).isCompleted();
        assertThat(scene.session.statistics())
                .returns(1L, Statistics::sent)
                .returns(1L, Statistics::acknowledged)
                .returns(1L, Statistics::received)
                .returns(1L, Statistics::handled);
        assertThat(scene.log).containsExactly("started s1", "flushed 1");
    }

    @Test
    void tellsTheListenerOfAFlushBeforeWhoeverWaitsForIt() {
        scene.session.run(new Mine.Dig(3));
        var waiting = scene.session.flush().thenAccept(result -> scene.log.add("answered " + result.flush()));

        scene.line().say(1L, 1L, Scene.result(1, new OpResult(0, "ok")));

        assertThat(waiting).isCompleted();
        assertThat(scene.log).containsExactly("started s1", "flushed 1", "answered 1");
    }

    @Test
    void endsWhereTheServerCameToOtherResults() {
        scene.session.run(new Mine.Dig(3));
        var _ = scene.session.flush();

        scene.line().say(1L, 1L, Scene.result(1, new OpResult(0, "nothing_to_dig")));

        assertThat(scene.log).containsExactly("started s1", "ended 8100");
    }

    @Test
    void leavesNobodyWaitingForAFlushThatTheServerContradicts() {
        scene.session.run(new Mine.Dig(3));
        var contradicted = scene.session.flush();
        scene.session.run(new Mine.Dig(4));
        var next = scene.session.flush();

        scene.line().say(1L, 1L, Scene.result(1, new OpResult(0, "nothing_to_dig")));

        assertThat(contradicted).isCancelled();
        assertThat(next).isCancelled();
    }

    @Test
    void executesASynchronizedActionAndTellsTheServerWhere() {
        scene.session.run(new Mine.Dig(3));

        scene.line().say(1L, null, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));
        scene.session.run(new Mine.Dig(1));
        var _ = scene.session.flush();

        assertThat(scene.session.player().gold()).isEqualTo(7);
        assertThat(scene.line().all(Flush.class).getFirst().ops().get(1)).isEqualTo(Op.serverAction(7));
        assertThat(scene.log).containsExactly("started s1", "SYNCHRONIZED Bonus[factor=2] ok");
    }

    @Test
    void executesAnUnsynchronizedActionAtOnceAndSaysNothing() {
        scene.line().say(1L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("Dig at dawn.")));
        scene.beats();

        assertThat(scene.session.player().tip()).isEqualTo("Dig at dawn.");
        assertThat(scene.line().all(Flush.class)).isEmpty();
        assertThat(scene.line().all(Acknowledge.class)).hasSize(1);
        assertThat(scene.line().heard.getLast().ack()).isEqualTo(1L);
    }

    @Test
    void letsTimePassOnTheServerEvenIfNothingHappens() {
        scene.passes(6);

        assertThat(scene.line().all(Flush.class)).hasSize(1);
        assertThat(scene.line().all(Flush.class).getFirst().ops())
                .singleElement()
                .matches(op -> op.ticks() != null && op.ticks() >= 50);
    }

    @Test
    void catchesUpWithEveryTickOfAPauseThatNoFlushCanHold() {
        scene.session.pause("a support window", Duration.ofMinutes(20));
        scene.passes(15 * 60);
        scene.session.unpause();
        scene.passes(6);

        assertThat(scene.session.tick()).isEqualTo(15 * 600 + 60);
        assertThat(scene.line().all(Flush.class).getFirst().ops()).containsExactly(Op.ticks(6_000));
        assertThat(scene.line().all(Flush.class).get(1).ops()).containsExactly(Op.ticks(3_000 + 52));
    }

    @Test
    void standsStillWhenAFlushIsFull() {
        IntStream.range(0, 16)
                .forEach(i -> assertThat(scene.session.run(new Mine.Dig(1))).isEqualTo("ok"));

        assertThat(scene.session.run(new Mine.Dig(1))).isEqualTo(ClientSession.TOO_FAR_AHEAD);
        scene.beats();
        assertThat(scene.session.run(new Mine.Dig(1))).isEqualTo("ok");
        assertThat(scene.session.player().gold()).isEqualTo(17);
    }

    @Test
    void holdsAFullFlushsServerActionsBackForTheNext() {
        IntStream.range(0, 16).forEach(i -> scene.session.run(new Mine.Dig(1)));

        scene.line().say(1L, null, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));
        assertThat(scene.session.player().gold()).isEqualTo(16);
        scene.beats();

        assertThat(scene.session.player().gold()).isEqualTo(32);
    }

    @Test
    void refusesAServerActionThatIsHereAlready() {
        IntStream.range(0, 16).forEach(i -> scene.session.run(new Mine.Dig(1)));
        scene.line().say(1L, null, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));

        scene.line().say(2L, null, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));

        assertThat(scene.log).containsExactly("started s1", "ended 2600");
    }

    @Test
    void followsWhereAnotherSessionLeads() {
        var follower = new Scene().greeted();
        var start = follower.started("s1", Mine.NEW).player();
        assertThat(start).isNotNull();
        if (start != null) {
            follower.line()
                    .say(
                            null,
                            null,
                            Scene.started("s1", new PlayerStart(false, start.model(), 0, 10, 3, start.checksum(), 0)));
        }
        assertThat(follower.session.leads()).isFalse();
        assertThat(follower.session.run(new Mine.Dig(1))).isEqualTo(ClientSession.NOT_LEADING);
        assertThat(follower.session.flush()).isCompletedExceptionally();

        var patch = new JsonText("[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":5}]");
        follower.line().say(1L, null, new ServerMessage.ModelPatch(40, patch));
        follower.passes(6);

        assertThat(follower.session.player()).isEqualTo(new Mine(5, ""));
        assertThat(follower.session.tick()).isEqualTo(40);
        assertThat(follower.line().all(Flush.class)).isEmpty();
        assertThat(follower.log).containsExactly("started s1", "model 5");
    }

    @Test
    void refusesAPatchOfAModelThatItChangesItself() {
        scene.session.run(new Mine.Dig(1));
        var patch = new JsonText("[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":5}]");
        scene.line().say(1L, null, new ServerMessage.ModelPatch(40, patch));

        assertThat(scene.log).containsExactly("started s1", "ended 2600");
    }

    @Test
    void showsThatItIsAlive() {
        scene.line().say(null, null, new ServerMessage.Ping(9));
        scene.passes(26);

        assertThat(scene.line().all(Pong.class)).containsExactly(new Pong(9));
        assertThat(scene.line().all(Ping.class)).hasSize(1);
    }

    @Test
    void asksForASignOfLifeHoweverMuchItHasToSay() {
        for (int beat = 0; beat < 130; beat++) {
            scene.session.run(new Mine.Dig(1));
            scene.beats();
        }

        assertThat(scene.line().all(Ping.class)).hasSize(1);
    }

    @Test
    void sendsTheRestBeforeItCloses() {
        scene.session.run(new Mine.Dig(3));

        scene.session.close();

        assertThat(scene.line().all(Flush.class)).hasSize(1);
        assertThat(scene.line().isClosed).isTrue();
        assertThat(scene.log).containsExactly("started s1", "ended 8201");
    }
}
