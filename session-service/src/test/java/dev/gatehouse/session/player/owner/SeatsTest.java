package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ClientMessage.Rpc;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.RpcResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.Onlooker;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two sessions of one player that the game has kept both.
class SeatsTest {

    private final PlayersBench bench = new PlayersBench();
    private final BenchClient older = bench.attach("alice", "s-1");

    private BenchClient newcomer() {
        return bench.attachBeside("alice", "s-2", "s-1");
    }

    @Test
    void letsTheNewestLeadAndTellsTheOlderThatItFollows() {
        older.says(1, dig(2));
        var newer = newcomer();

        assertThat(newer.player().lead()).isTrue();
        assertThat(older.line.isOpen()).isTrue();
        var whole = new JsonText("[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"gold\":2,\"tip\":\"\"}}]");
        assertThat(older.line.last().message()).isEqualTo(new ModelPatch(0, whole, false));
    }

    @Test
    void endsAnOlderSessionOfWhichTheGameSaidNothing() {
        var other = newcomer();

        var third = bench.attachBeside("alice", "s-3", "s-2");

        assertThat(older.line.closedWith()).isEqualTo(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
        assertThat(other.line.isOpen()).isTrue();
        assertThat(third.player().lead()).isTrue();
    }

    @Test
    void keepsBothWhicheverOfThemComesFirst() {
        var newer = bench.attachBeside("alice", "s-3", "s-1", "s-2");

        // The game was asked about it before, and it took longer to get here.
        var late = bench.attachBeside("alice", "s-2", "s-1");

        assertThat(newer.line.isOpen()).isTrue();
        assertThat(late.player().lead()).isTrue();
    }

    @Test
    void tellsAFollowerWhatChangesInItsOrder() {
        var newer = newcomer();
        var follower = new Onlooker(older);

        newer.says(1, new Flush(List.of(Op.ticks(3), PlayersBench.call(100, "{\"amount\":4}")), null));
        bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"a tip\"}");

        assertThat(follower.model()).isEqualTo(new JsonText("{\"gold\":4,\"tip\":\"a tip\"}"));
        assertThat(follower.tick()).isEqualTo(3);
        assertThat(patchesOf(older)).hasSize(3).noneMatch(patch -> patch.contains("suspicion"));
        assertThat(older.line.messages()).doesNotHaveAnyElementsOfTypes(ServerAction.class);
    }

    @Test
    void tellsAFollowerOfTheTimeThatPasses() {
        var newer = newcomer();

        newer.says(1, new Flush(List.of(Op.ticks(5)), null));

        assertThat(older.line.last().message()).isEqualTo(new ModelPatch(5, new JsonText("[]")));
    }

    @Test
    void refusesAFollowersFlushAndLetsItPlayOn() {
        newcomer();

        older.says(1, new Flush(List.of(Op.ticks(1), PlayersBench.call(100, "{\"amount\":4}")), "0000000000000000"));

        var results = List.of(new OpResult(1, "not_leading"));
        assertThat(older.line.last().message()).isEqualTo(new FlushResult(1, 0, results, null));
        assertThat(bench.goldOf("alice")).isZero();
        bench.passes(Duration.ofSeconds(1));
        older.says(null, new Ping(1));
        assertThat(older.line.last().ack()).isZero();
        older.acknowledges(2);
        bench.passes(Duration.ofSeconds(1));
        older.says(null, new Ping(2));
        assertThat(older.line.last().ack()).isEqualTo(1);
    }

    @Test
    void tellsAnOlderSessionThatItFollowsBeforeItRefusesWhatWasOnItsWay() {
        bench.registry.holdsAppends();
        older.says(1, dig(2));
        newcomer();
        older.says(2, dig(3));

        bench.registry.answers();
        bench.turns();

        assertThat(older.line.messages())
                .hasExactlyElementsOfTypes(FlushResult.class, ModelPatch.class, FlushResult.class);
        assertThat(bench.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void letsAFollowerCall() {
        newcomer();

        older.says(1, new Rpc(1, "Till.gold", new JsonText("{}"), null));

        assertThat(older.line.messages()).hasAtLeastOneElementOfType(RpcResult.class);
    }

    @Test
    void letsTheNextNewestLeadWhereTheLeaderIsGone() {
        var newer = newcomer();
        newer.says(1, dig(2));
        bench.order("alice", ActionMode.SYNCHRONIZED, 101, "{\"amount\":100}");
        newer.leavesForGood();

        var follower = new Onlooker(older);
        assertThat(follower.leads()).isTrue();
        assertThat(follower.model()).isEqualTo(new JsonText("{\"gold\":2,\"tip\":\"\"}"));
        assertThat(older.line.last().message()).isInstanceOf(ServerAction.class);
        older.acknowledges(follower.received());
        older.says(1, new Flush(List.of(Op.serverAction(1)), null));
        assertThat(bench.goldOf("alice")).isEqualTo(102);
    }

    @Test
    void refusesWhatItsClientSaidBeforeItHeardThatItLeadsAgain() {
        older.says(1, dig(1));
        var newer = newcomer();
        newer.leavesForGood();
        var again = new Onlooker(older);

        // On its way since before it followed: its client has given it up since.
        older.says(2, dig(2));
        older.acknowledges(again.received());
        older.says(3, dig(3));

        assertThat(again.leads()).isTrue();
        assertThat(bench.goldOf("alice")).isEqualTo(4);
        assertThat(again.has(Onlooker.modelOf(bench))).isTrue();
    }

    @Test
    void takesWhatALeaderSaysAgainWhereItsStreamStartsAnew() {
        newcomer().leavesForGood();
        var leader = new Onlooker(older);
        leader.goesOn(bench.carryOn(null, "alice", "s-1"));

        // It had heard that it leads, and the link broke under its flush.
        leader.says(dig(2));

        assertThat(leader.leads()).isTrue();
        assertThat(bench.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void waitsForALeaderThatMayComeBack() {
        var newer = newcomer();
        newer.leaves();
        bench.passes(Duration.ofSeconds(40));
        older.says(null, new Ping(1));
        bench.passes(Duration.ofSeconds(19));
        assertThat(new Onlooker(older).leads()).isFalse();

        bench.passes(Duration.ofSeconds(2));

        assertThat(new Onlooker(older).leads()).isTrue();
    }

    @Test
    void givesTheLeadBackWhereTheNewcomerIsGoneBeforeItOpens() {
        bench.registry.holdsAppends();
        older.says(1, dig(2));
        var newer = newcomer();
        assertThat(bench.end("alice", "s-2")).isTrue();

        bench.registry.answers();
        bench.turns();

        assertThat(newer.answer()).isInstanceOf(AttachAnswer.Refused.class);
        assertThat(new Onlooker(older).leads()).isTrue();
    }

    @Test
    void tellsASlowFollowerAllAtOnceWhatItHasMissed() {
        var newer = newcomer();
        older.takesMore(false);
        for (int seq = 1; seq <= 200; seq++) {
            newer.says(seq, dig(1));
            newer.acknowledges(seq);
        }
        assertThat(patchesOf(older)).hasSize(1);

        older.takesMore(true);

        assertThat(patchesOf(older)).hasSize(2);
        assertThat(new Onlooker(older).has(Onlooker.modelOf(bench))).isTrue();
    }

    @Test
    void waitsForAFollowerThatAcknowledgesNothing() {
        var newer = newcomer();
        var follower = new Onlooker(older);
        for (int seq = 1; seq <= 200; seq++) {
            newer.says(seq, dig(1));
            newer.acknowledges(seq);
        }
        // Half of what is kept for a resume, and one more.
        assertThat(patchesOf(older)).hasSize(51);

        older.acknowledges(51);

        assertThat(patchesOf(older)).hasSize(52);
        assertThat(follower.has(Onlooker.modelOf(bench))).isTrue();
        older.leaves();
        follower.goesOn(bench.resume("alice", follower.resume()));
        assertThat(follower.client.answer()).isInstanceOf(AttachAnswer.Attached.class);
    }

    @Test
    void tellsAFollowerThatComesBackWhatItHasMissed() {
        var newer = newcomer();
        var follower = new Onlooker(older);
        newer.says(1, dig(1));
        long received = follower.received();
        older.leaves();
        newer.says(2, dig(1));
        newer.says(3, dig(1));

        follower.goesOn(bench.resume("alice", older, received));

        assertThat(follower.has(Onlooker.modelOf(bench))).isTrue();
        assertThat(follower.received()).isEqualTo(received + 1);
    }

    @Test
    void tellsAThinLeaderWhatTheServerDid() {
        var thin = new Onlooker(older);
        // Nobody knows yet that it runs nothing itself.
        bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"one\"}");
        older.says(1, dig(2));
        assertThat(thin.model()).isEqualTo(new JsonText("{\"gold\":2,\"tip\":\"one\"}"));

        bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"two\"}");

        assertThat(thin.model()).isEqualTo(new JsonText("{\"gold\":2,\"tip\":\"two\"}"));
        assertThat(patchesOf(older)).hasSize(1);
    }

    @Test
    void knowsAThinLeaderAfterTheLossOfItsNode() {
        older.says(1, dig(2));
        bench.passes(Duration.ofSeconds(1));
        var second = bench.another("session-2");
        var thin = new Onlooker(older);
        thin.goesOn(second.carryOn(PlayersBench.SELF, "alice", "s-1"));

        second.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"one\"}");

        assertThat(thin.model()).isEqualTo(new JsonText("{\"gold\":2,\"tip\":\"one\"}"));
    }

    @Test
    void sendsNoPatchToALeaderThatRunsEverythingItself() {
        older.says(1, new Flush(List.of(), "0000000000000000"));

        bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"one\"}");

        assertThat(patchesOf(older)).isEmpty();
    }

    @Test
    void goesToAnotherNodeWithEveryPart() {
        var newer = newcomer();
        older.takesMore(false);
        newer.says(1, dig(2));
        var second = bench.another("session-2");
        var _ = bench.players.departAll();
        bench.turns();
        held("s-1");
        held("s-2");

        var follower = second.carryOn(null, "alice", "s-1");
        var leader = second.carryOn(null, "alice", "s-2");
        leader.says(2, dig(3));
        follower.says(1, dig(100));

        assertThat(patchesOf(follower)).hasSize(2);
        assertThat(follower.line.last().message())
                .isEqualTo(new FlushResult(1, 0, List.of(new OpResult(0, "not_leading")), null));
        assertThat(second.goldOf("alice")).isEqualTo(5);
    }

    private void held(String session) {
        bench.players.held(PlayersBench.player("alice"), new SessionId(session));
        bench.turns();
    }

    @Test
    void keepsEveryPartWhereTheNodeIsLost() {
        var newer = newcomer();
        newer.says(1, dig(2));
        var second = bench.another("session-2");

        var follower = new Onlooker(older);
        follower.goesOn(second.carryOn(PlayersBench.SELF, "alice", "s-1"));
        var leader = new Onlooker(newer);
        leader.goesOn(second.carryOn(PlayersBench.SELF, "alice", "s-2"));

        assertThat(follower.leads()).isFalse();
        assertThat(leader.leads()).isTrue();
        assertThat(follower.model()).isEqualTo(leader.model()).isEqualTo(Onlooker.modelOf(second));
    }

    @Test
    void showsAFollowerNothingThatIsNotInTheJournal() {
        var newer = newcomer();
        bench.registry.holdsAppends();
        newer.says(1, dig(2));
        assertThat(patchesOf(older)).hasSize(1);

        bench.registry.answers();
        bench.turns();

        assertThat(patchesOf(older)).hasSize(2);
    }

    @Test
    void keepsNoMoreSessionsThanCanBeStored() {
        String[] kept = {"s-1", "s-2", "s-3", "s-4", "s-5", "s-6", "s-7", "s-8"};
        for (var session : List.of(kept).subList(1, kept.length)) {
            bench.attachBeside("alice", session, kept);
        }

        var last = bench.attachBeside("alice", "s-9", kept);

        assertThat(last.player().lead()).isTrue();
        assertThat(older.line.closedWith()).isEqualTo(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
        assertThat(bench.end("alice", "s-2")).isTrue();
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }

    private static List<String> patchesOf(BenchClient client) {
        return client.line.messages().stream()
                .filter(ModelPatch.class::isInstance)
                .map(message -> ((ModelPatch) message).patch().text())
                .toList();
    }
}
