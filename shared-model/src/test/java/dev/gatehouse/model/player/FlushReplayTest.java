package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.player.Replay.Rejected;
import dev.gatehouse.model.player.Replay.Replayed;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.schema.Encoded;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlushReplayTest {

    private final Timeline<Farm> start =
            Timeline.start(Farm.GAME, Farm.NEW, 0, Instant.EPOCH).enqueue(7, new Farm.Rain());

    @ParameterizedTest
    @EnumSource
    void runsEveryStepInOrder(Encoding encoding) {
        var replay = start.replay(List.of(
                Op.action(Farm.GAME.encode(encoding, new Farm.Sow(3))),
                Op.ticks(4),
                Op.serverAction(7),
                Op.action(Farm.GAME.encode(encoding, new Farm.Sow(0))),
                Op.action(Farm.GAME.encode(encoding, new Farm.Explode()))));

        var replayed = replayed(replay);
        assertThat(replayed.timeline().model().corn()).isEqualTo(6);
        assertThat(replayed.timeline().tick()).isEqualTo(4);
        assertThat(replayed.timeline().pending()).isEmpty();
        assertThat(replayed.results())
                .containsExactly(
                        new OpResult(0, "ok"),
                        new OpResult(2, "ok"),
                        new OpResult(3, "nothing_to_sow"),
                        new OpResult(4, "threw"));
        assertThat(replayed.failures()).hasSize(1);
    }

    @Test
    void rejectsAServerActionThatDoesNotWait() {
        var again = start.replay(List.of(Op.serverAction(7), Op.serverAction(7)));

        assertThat(again).isEqualTo(new Rejected<Farm>(1, "serverAction: 7 (expected: one that waits)"));
    }

    @Test
    void rejectsAServersActionFromAClient() {
        var replay = start.replay(List.of(Op.action(Farm.GAME.encode(Encoding.JSON, new Farm.Rain()))));

        assertThat(replay)
                .isEqualTo(new Rejected<Farm>(0, "action: code: 101 (expected: an action that may run as CLIENT)"));
    }

    @Test
    void rejectsAnActionOfNoCodeAndOneOfNoSense() {
        var unknown = start.replay(List.of(Op.action(new ActionCall(999, new Encoded.Json("{}")))));
        var garbled = start.replay(List.of(Op.action(new ActionCall(100, new Encoded.Json("{\"amount\":\"x\"}")))));

        assertThat(unknown).isInstanceOf(Rejected.class);
        assertThat(garbled).isInstanceOf(Rejected.class);
    }

    @Test
    void boundsStepsAndTicks() {
        var steps = start.replay(Collections.nCopies(9, Op.ticks(1)));
        var ticks = start.replay(List.of(Op.ticks(20), Op.ticks(1)));
        var none = start.replay(List.of(Op.ticks(0)));
        var most = start.replay(List.of(Op.ticks(20)));

        assertThat(steps).isEqualTo(new Rejected<Farm>(8, "ops: 9 (expected: at most 8)"));
        assertThat(ticks)
                .isEqualTo(new Rejected<Farm>(
                        1, "ticks: 1, 21 in this flush (expected: 1 or more, at most 20 in a flush)"));
        assertThat(none).isInstanceOf(Rejected.class);
        assertThat(replayed(most).timeline().tick()).isEqualTo(20);
    }

    @Test
    void namesTheStepWhereTheTwoSidesCameApart() {
        var claims = start.run(new Farm.Sow(1)).timeline();
        var second = claims.run(new Farm.Sow(2)).timeline();

        var replay = start.replay(List.of(
                sow(1).reaching(claims.checksum()),
                sow(2).reaching(second.checksum()),
                Op.ticks(3),
                sow(3).reaching("0123456789abcdef"),
                sow(4).reaching("0123456789abcdef")));

        assertThat(replay).isInstanceOfSatisfying(Replay.Diverged.class, diverged -> {
            assertThat(diverged.op()).isEqualTo(3);
            assertThat(diverged.timeline().model()).isEqualTo(Farm.NEW.withCorn(6));
        });
    }

    @Test
    void comparesNoStepOfAFlushThatEndsWhereTheClientSays() {
        var end = start.run(new Farm.Sow(3)).timeline();

        var replay = start.replay(List.of(sow(1).reaching("0123456789abcdef"), sow(2).reaching(end.checksum())));

        assertThat(replayed(replay).timeline().model()).isEqualTo(end.model());
    }

    private static Op sow(int amount) {
        return Op.action(Farm.GAME.encode(Encoding.PROTO, new Farm.Sow(amount)));
    }

    private static Replayed<Farm> replayed(Replay<Farm> replay) {
        assertThat(replay).isInstanceOf(Replayed.class);
        return (Replayed<Farm>) replay;
    }
}
