package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static dev.gatehouse.model.error.ConnectionError.FAILED_TO_RESUME_SESSION;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_CHECKSUM_MISMATCH;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_DESERIALIZATION_FAILURE;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayersTest {

    private final PlayersBench bench = new PlayersBench();

    @Test
    void opensASessionWithTheModel() {
        var alice = bench.attach("alice", "s-1");

        assertThat(alice.started().epoch()).isEqualTo(1);
        assertThat(alice.player().tick()).isZero();
        assertThat(alice.player().startedAt()).isEqualTo(bench.time.millis());
        assertThat(alice.player().model()).isEqualTo(new Encoded.Json("{\"gold\":0,\"tip\":\"\"}"));
        assertThat(bench.shown.all()).isEqualTo(Map.of("s-1", false));
    }

    @Test
    void storesANewPlayerBeforeAnybodyHearsOfIt() {
        bench.attach("alice", "s-1");

        assertThat(bench.registry.snapshot(PlayersBench.player("alice"))).isNotNull();
    }

    @Test
    void answersAFlushOnlyOnceItIsInTheJournal() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.holdsAppends();

        alice.says(1, flush(dig(2)));
        assertThat(alice.line.messages()).isEmpty();
        bench.registry.answers();
        bench.turns();

        assertThat(bench.registry.entries(PlayersBench.player("alice"))).isEqualTo(1);
        assertThat(alice.line.last().ack()).isEqualTo(1);
        assertThat(alice.line.messages())
                .hasOnlyElementsOfType(FlushResult.class)
                .hasSize(1);
    }

    @Test
    void runsAFlushThatIsSentTwiceOnlyOnce() {
        var alice = bench.attach("alice", "s-1");

        alice.says(1, flush(dig(2)));
        alice.says(1, flush(dig(2)));

        assertThat(alice.line.messages()).hasSize(1);
        assertThat(bench.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void gathersManyFlushesInOneAppendWhileTheJournalIsSlow() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.holdsAppends();
        alice.says(1, flush(dig(1)));
        alice.says(2, flush(dig(1)));
        alice.says(3, flush(dig(1)));

        bench.registry.answers();
        bench.turns();
        assertThat(alice.line.numbers()).containsExactly(1L);
        bench.registry.answers();
        bench.turns();

        assertThat(alice.line.numbers()).containsExactly(1L, 2L, 3L);
        assertThat(bench.registry.entries(PlayersBench.player("alice"))).isEqualTo(3);
    }

    @Test
    void writesAgainWhatItDoesNotKnowToBeStored() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.silent(true);
        alice.says(1, flush(dig(2)));
        assertThat(alice.line.messages()).isEmpty();

        bench.registry.silent(false);
        bench.passes(Duration.ofSeconds(1));

        assertThat(alice.line.messages()).hasSize(1);
        assertThat(bench.registry.entries(PlayersBench.player("alice"))).isEqualTo(1);
    }

    @Test
    void stopsAcknowledgingWhenItsLeaseHasEndedByItsOwnClock() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.holdsAppends();
        alice.says(1, flush(dig(2)));
        bench.time.passes(Duration.ofSeconds(11));

        bench.registry.answers();
        bench.turns();
        assertThat(alice.line.messages()).isEmpty();
        bench.players.tick();
        bench.turns();

        assertThat(alice.line.messages()).hasSize(1);
    }

    @Test
    void endsItsSessionsWhenAnotherNodeHasTakenThePlayer() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-2"));

        alice.says(1, flush(dig(2)));

        assertThat(alice.line.closedWith()).isEqualTo(CLUSTER_NODE_LOST);
        assertThat(alice.line.messages()).noneMatch(FlushResult.class::isInstance);
        assertThat(bench.registry.entries(PlayersBench.player("alice"))).isZero();
    }

    @Test
    void noticesALostLeaseWhenItRenewsIt() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-2"));

        bench.passes(Duration.ofSeconds(4));

        assertThat(alice.line.closedWith()).isEqualTo(CLUSTER_NODE_LOST);
        assertThat(bench.counters.counted()).contains("fenced");
    }

    @Test
    void pointsToTheNodeThatOwnsThePlayer() {
        bench.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-2"));

        var alice = bench.attach("alice", "s-1");

        assertThat(alice.answer()).isEqualTo(new AttachAnswer.OwnedElsewhere(new NodeId("session-2")));
    }

    @Test
    void takesOverWhatItHeldItselfBeforeItWasStartedAgain() {
        bench.registry.takeOver(PlayersBench.player("alice"), PlayersBench.SELF);

        assertThat(bench.attach("alice", "s-1").started().epoch()).isEqualTo(2);
    }

    @Test
    void letsTheNewestSessionWin() {
        var phone = bench.attach("alice", "s-1");
        var tablet = bench.attach("alice", "s-2");

        assertThat(phone.line.closedWith()).isEqualTo(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
        assertThat(tablet.line.isOpen()).isTrue();
        assertThat(bench.shown.all()).isEqualTo(Map.of("s-2", false));
    }

    @Test
    void asksTheGameLast() {
        var banned = bench.attach("banned-bob", "s-1");

        assertThat(banned.answer())
                .isEqualTo(new AttachAnswer.Refused(REFUSED_BY_GAME_SERVER, null, "You are banned."));
        assertThat(bench.shown.all()).isEmpty();
    }

    @Test
    void resumesWithEverythingThatWasMissed() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, flush(dig(1)));
        alice.leaves();
        assertThat(bench.shown.all()).isEqualTo(Map.of("s-1", true));
        bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"a tip\"}");

        var back = bench.resume("alice", alice, 1);

        assertThat(back.resumed().received()).isEqualTo(1);
        assertThat(back.line.numbers()).containsExactly(2L, 3L);
        assertThat(back.line.messages()).hasExactlyElementsOfTypes(ServerAction.class, ServerMessage.ModelPatch.class);
        assertThat(bench.shown.all()).isEqualTo(Map.of("s-1", false));
    }

    @Test
    void refusesAResumeOfASessionThatNobodyHas() {
        var alice = bench.attach("alice", "s-1");
        alice.leaves();
        bench.passes(Duration.ofSeconds(61));

        var back = bench.resume("alice", alice, 0);

        assertThat(back.answer())
                .isEqualTo(new AttachAnswer.Refused(
                        FAILED_TO_RESUME_SESSION, null, FAILED_TO_RESUME_SESSION.description()));
    }

    @Test
    void tellsTheClientOfAServerActionAndRunsItWhereTheClientSays() {
        var alice = bench.attach("alice", "s-1");

        var answer = bench.order("alice", ActionMode.SYNCHRONIZED, 101, "{\"amount\":100}");
        assertThat(answer).isEqualTo(new ActionAnswer.Accepted(1));
        assertThat(bench.goldOf("alice")).isZero();
        alice.says(1, flush(dig(1), Op.serverAction(1)));

        assertThat(bench.goldOf("alice")).isEqualTo(101);
    }

    @Test
    void keepsASynchronizedActionForTheNextSession() {
        bench.attach("alice", "s-1").leavesForGood();
        bench.order("alice", ActionMode.SYNCHRONIZED, 101, "{\"amount\":100}");
        bench.passes(Duration.ofSeconds(12));
        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isFalse();

        var again = bench.attach("alice", "s-2");

        assertThat(again.line.messages()).singleElement().isInstanceOf(ServerAction.class);
    }

    @Test
    void letsAPlayerGoThatNobodyNeedsAndFindsItAgainAsItWas() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, flush(dig(4)));
        alice.leavesForGood();

        bench.passes(Duration.ofSeconds(9));
        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isTrue();
        bench.passes(Duration.ofSeconds(3));

        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isFalse();
        assertThat(bench.registry.entries(PlayersBench.player("alice"))).isZero();
        assertThat(bench.goldOf("alice")).isEqualTo(4);
        assertThat(bench.attach("alice", "s-2").player().startedAt())
                .isEqualTo(alice.player().startedAt());
    }

    @Test
    void saysThatTheModelsDifferThenTakesTheReportThenEnds() {
        var alice = bench.attach("alice", "s-1");

        alice.says(1, new Flush(List.of(dig(2)), "0000000000000000"));
        var where = new JsonText("{\"flush\":1,\"op\":0}");
        assertThat(alice.line.messages())
                .containsExactly(
                        PLAYER_CHECKSUM_MISMATCH.terminate(null, PLAYER_CHECKSUM_MISMATCH.description(), where));
        assertThat(alice.line.isOpen()).isTrue();
        alice.says(2, new DesyncReport(new Encoded.Json("{\"gold\":3,\"tip\":\"\"}"), 1L));

        assertThat(alice.line.closedWith()).isEqualTo(PLAYER_CHECKSUM_MISMATCH);
        assertThat(bench.goldOf("alice")).isZero();
    }

    @Test
    void refusesAPlayerThatItCannotRead() {
        bench.registry.putSnapshot(PlayersBench.player("alice"), ByteString.copyFromUtf8("not a player"));

        var alice = bench.attach("alice", "s-1");

        assertThat(alice.answer())
                .isEqualTo(new AttachAnswer.Refused(
                        PLAYER_DESERIALIZATION_FAILURE, null, PLAYER_DESERIALIZATION_FAILURE.description()));
        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isFalse();
    }

    @Test
    void doesNotMakeAPlayerThatNobodyHasPlayed() {
        assertThat(bench.order("nobody", ActionMode.SYNCHRONIZED, 101, "{\"amount\":1}"))
                .isEqualTo(new ActionAnswer.UnknownPlayer());
        assertThat(bench.registry.snapshot(PlayersBench.player("nobody"))).isNull();
    }

    @Test
    void sendsNewsToWhoeverIsThere() {
        var message = new ServerMessage.Pong(1, 1);
        assertThat(bench.deliver("alice", message)).isEqualTo(new DeliveryAnswer.Delivered(false));

        bench.attach("alice", "s-1");

        assertThat(bench.deliver("alice", PlayersBench.news())).isEqualTo(new DeliveryAnswer.Delivered(true));
    }

    @Test
    void opensNoSessionForASocketThatIsGone() {
        var line = new RecordingLine();
        line.close(CLUSTER_NODE_LOST, ByteString.EMPTY);

        bench.attach("alice", "s-1", line);

        assertThat(bench.shown.all()).isEmpty();
    }

    @Test
    void letsAPlayerGoThatItCannotStore() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, flush(dig(2)));
        alice.leavesForGood();
        bench.registry.silent(true);

        bench.passes(Duration.ofSeconds(12));

        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isFalse();
        bench.registry.silent(false);
        assertThat(bench.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void answersAnOrderThatItCannotStoreAnyMore() {
        bench.attach("alice", "s-1");
        bench.registry.holdsAppends();
        var tip = new ActionCall(102, new Encoded.Json("{\"text\":\"a tip\"}"));
        var answer = bench.players
                .order(PlayersBench.player("alice"), new ActionOrder(ActionMode.UNSYNCHRONIZED, tip, null))
                .toCompletableFuture();
        bench.turns();
        assertThat(answer).isNotDone();

        bench.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-2"));
        bench.registry.answers();
        bench.turns();

        assertThat(answer).isCompletedWithValue(new ActionAnswer.Unavailable());
    }

    @Test
    void answersANewcomerThatWaitsForAJournalThatIsLost() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.holdsAppends();
        alice.says(1, flush(dig(2)));
        var again = bench.attach("alice", "s-2");

        bench.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-2"));
        bench.registry.answers();
        bench.turns();

        assertThat(again.answer()).isEqualTo(AttachAnswer.Refused.forNow());
    }

    private static Flush flush(Op... ops) {
        return new Flush(List.of(ops), null);
    }

    private static Op dig(int amount) {
        return PlayersBench.call(100, "{\"amount\":" + amount + "}");
    }
}
