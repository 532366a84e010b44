package dev.gatehouse.session.player.desync;

import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_CHECKSUM_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.state.StoredPlayers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DesyncTest {

    private static final String WRONG = "0123456789abcdef";

    private final PlayersBench bench = new PlayersBench();
    private final BenchClient alice = bench.attach("alice", "s-1");
    private int flushes;

    @Test
    @DisplayName("2.4 (16): a desync is kept, names the members that differ, and can be played again")
    void keepsWhatItTakesToPlayItAgain() throws Exception {
        plays(80);
        says(new Flush(List.of(Op.ticks(3), dig(5)), WRONG));
        alice.says(++flushes, new DesyncReport(new Encoded.Json("{\"gold\":77,\"tip\":\"\"}"), (long) flushes - 1));

        var bundle = only();
        assertThat(bundle.differences())
                .containsExactly(new MemberDifference("/gold", new JsonText("85"), new JsonText("77")));
        assertThat(bundle.entries()).hasSizeBetween(Trail.KEPT, 2 * Trail.KEPT);
        var replay = DesyncReplay.of(Purse.MODEL, bundle);
        assertThat(replay.repeats(bundle)).isTrue();
        assertThat(replay.steps()).extracting(DesyncReplay.Step::result).containsExactly("ok", "ok");
        assertThat(replay.differences()).isEqualTo(bundle.differences());
        assertThat(alice.line.closedWith()).isEqualTo(PLAYER_CHECKSUM_MISMATCH);
        // The server's own copy is as it was before.
        assertThat(bench.goldOf("alice")).isEqualTo(80);
    }

    @Test
    @DisplayName("2.4 (16): where the client says a checksum for each step, the very step is named")
    void namesTheStep() throws Exception {
        var agreed = Purse.MODEL;
        var first = dig(1).reaching(checksumAfter(agreed, 1));
        says(new Flush(List.of(first, dig(2).reaching(WRONG), dig(3)), WRONG));
        alice.says(2, new DesyncReport(new Encoded.Json("{\"gold\":7,\"tip\":\"\"}"), 1L));

        var bundle = only();

        assertThat(bundle.op()).isEqualTo(1);
        // After all three steps, as the client's model is: not only after the two that were compared.
        assertThat(bundle.differences())
                .containsExactly(new MemberDifference("/gold", new JsonText("6"), new JsonText("7")));
        assertThat(DesyncReplay.of(agreed, bundle).steps()).hasSize(2);
        assertThat(DesyncReplay.of(agreed, bundle).repeats(bundle)).isTrue();
    }

    @Test
    void takesChecksumsOfStepsThatAgree() {
        says(new Flush(List.of(dig(1).reaching(checksumAfter(Purse.MODEL, 1))), null));

        assertThat(bench.goldOf("alice")).isEqualTo(1);
        assertThat(alice.line.isOpen()).isTrue();
    }

    @Test
    @DisplayName("2.4 (16): nothing that only the server may know is in a bundle")
    void hidesWhatOnlyTheServerKnows() throws Exception {
        says(new Flush(List.of(dig(5)), WRONG));

        var state =
                StoredPlayers.decode(Purse.MODEL, only().snapshot(), List.of()).state();

        // A new purse has a suspicion of 7.
        assertThat(state.timeline().model().suspicion()).isZero();
    }

    @Test
    void playsWhatTheServerGaveAsWell() throws Exception {
        var bonus = new ActionCall(101, new Encoded.Json("{\"amount\":10}"));
        var tip = new ActionCall(102, new Encoded.Json("{\"text\":\"dig\"}"));
        bench.players.order(PlayersBench.player("alice"), new ActionOrder(ActionMode.SYNCHRONIZED, bonus, "birthday"));
        bench.players.order(PlayersBench.player("alice"), new ActionOrder(ActionMode.UNSYNCHRONIZED, tip, null));
        bench.turns();
        says(new Flush(List.of(Op.serverAction(1), dig(1)), WRONG));

        var bundle = only();

        assertThat(DesyncReplay.of(Purse.MODEL, bundle).repeats(bundle)).isTrue();
        // Under which key it was given is its caller's affair.
        assertThat(bundle.entries()).noneMatch(entry -> entry.toStringUtf8().contains("birthday"));
    }

    @Test
    void saysWhereTheCodeHereDoesSomethingElse() throws Exception {
        says(new Flush(List.of(Op.ticks(1), dig(5)), WRONG));
        var other = GameModel.of(Purse.class, _ -> new Purse(0, "", 7))
                .actions(List.of(Purse.Dig.class, Purse.AddGold.class))
                .onTick(purse -> new Purse(purse.gold() + 1, purse.tip(), 0))
                .logicVersion(4)
                .build();

        assertThat(DesyncReplay.of(other, only()).repeats(only())).isFalse();
        assertThat(DesyncReplay.of(Purse.MODEL, only()).repeats(only())).isTrue();
    }

    @Test
    void keepsABundleWithoutAReportToo() {
        says(new Flush(List.of(dig(5)), WRONG));

        assertThat(only().model()).isNull();
        assertThat(only().differences()).isEmpty();
    }

    @Test
    @DisplayName("2.4 (16): a report of another flush is not kept, and ends the session for what it was to end for")
    void refusesAReportOfAnotherFlush() {
        says(new Flush(List.of(dig(5)), WRONG));

        alice.says(2, new DesyncReport(new Encoded.Json("{\"gold\":77,\"tip\":\"\"}"), 9L));

        assertThat(only().model()).isNull();
        assertThat(alice.line.closedWith()).isEqualTo(PLAYER_CHECKSUM_MISMATCH);
    }

    @Test
    void endsASessionThatReportsWhatNobodyAskedFor() {
        alice.says(1, new DesyncReport(new Encoded.Json("{\"gold\":77,\"tip\":\"\"}"), null));

        assertThat(alice.line.closedWith()).isEqualTo(MESSAGE_MALFORMED);
    }

    private void plays(int count) {
        for (int i = 0; i < count; i++) {
            says(new Flush(List.of(dig(1)), null));
        }
    }

    private void says(Flush flush) {
        alice.says(++flushes, flush);
    }

    private DesyncBundle only() {
        return bench.desyncs
                .of(PlayersBench.player("alice"))
                .toCompletableFuture()
                .join()
                .getFirst();
    }

    private static String checksumAfter(GameModel<Purse> game, int gold) {
        return Timeline.start(game, new Purse(gold, "", 7), 0, Instant.EPOCH).checksum();
    }

    private static Op dig(int amount) {
        return PlayersBench.call(100, "{\"amount\":" + amount + "}");
    }
}
