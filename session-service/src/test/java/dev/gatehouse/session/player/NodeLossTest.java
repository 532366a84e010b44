package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.FAILED_TO_RESUME_SESSION;
import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What becomes of a session whose node is gone from one moment to the next.
class NodeLossTest {

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");

    @Test
    void goesOnWhereTheJournalEndsOverTheSameSocket() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        first.registry.holdsAppends();
        alice.says(2, dig(3));

        var after = second.carryOn(SELF, "alice", "s-1");

        assertThat(after.answer()).isEqualTo(new AttachAnswer.Attached(ByteString.EMPTY));
        assertThat(after.rewind()).isEqualTo(new Rewind(2, 1, true));
        assertThat(after.line.messages())
                .hasExactlyElementsOfTypes(Ping.class, Rewind.class, Ping.class, ModelPatch.class);
        assertThat(after.line.numbers()).containsExactly(1L);
    }

    @Test
    @DisplayName("nobody says that a player is away whose session may go on: whoever has news asks again")
    void doesNotSayThatAPlayerIsAwayWhoseSessionMayGoOn() {
        first.attach("alice", "s-1");
        first.registry.lapses(PlayersBench.player("alice"));

        assertThat(second.deliver("alice", PlayersBench.news())).isEqualTo(new DeliveryAnswer.Unavailable());

        second.carryOn(SELF, "alice", "s-1");
        assertThat(second.deliver("alice", PlayersBench.news())).isEqualTo(new DeliveryAnswer.Delivered(true));
    }

    @Test
    void countsNoTicksOfAnOlderSessionThatPlayedUntilTheNewOneOpened() {
        newcomerDuring80SecondsOfAnOlderSession();

        var after = second.carryOn(SELF, "alice", "s-2");
        answerPing(after);
        after.says(1, new Flush(List.of(Op.ticks(10)), null));

        assertThat(after.line.closedWith()).isNull();
        assertThat(results(after)).containsExactly(1L);
    }

    @Test
    void countsNoneWhereTheNewOneHasPlayedSince() {
        var newcomer = newcomerDuring80SecondsOfAnOlderSession();
        newcomer.says(1, new Flush(List.of(Op.ticks(1)), null));

        var after = second.carryOn(SELF, "alice", "s-2");
        answerPing(after);
        after.says(2, new Flush(List.of(Op.ticks(10)), null));

        assertThat(after.line.closedWith()).isNull();
        assertThat(results(after)).containsExactly(2L);
    }

    /// Stored before the older one's flush, and opened after it.
    private BenchClient newcomerDuring80SecondsOfAnOlderSession() {
        var older = first.attach("alice", "s-1");
        for (int ping = 1; ping <= 8; ping++) {
            first.passes(Duration.ofSeconds(10));
            older.says(null, new ClientMessage.Ping(ping));
        }
        first.registry.sessions().holds();
        var newcomer = first.attach("alice", "s-2");
        older.says(1, new Flush(List.of(Op.ticks(800)), null));
        first.registry.sessions().answers();
        first.turns();
        assertThat(newcomer.player().tick()).isEqualTo(800);
        return newcomer;
    }

    @Test
    void losesNoActionThatWasAcknowledgedAndRunsNoneTwice() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        alice.says(2, dig(3));
        var after = second.carryOn(SELF, "alice", "s-1");
        answerPing(after);

        // The client has seen no answer to its second flush, and sends it again.
        after.says(2, dig(3));
        after.says(3, dig(5));

        assertThat(second.goldOf("alice")).isEqualTo(10);
        assertThat(results(after)).containsExactly(3L);
    }

    @Test
    void dropsWhatTheClientSaidOfTheStreamThatIsLost() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        var after = second.carryOn(SELF, "alice", "s-1");

        // On its way since before the rewind: of the old stream, and with a hole where the lost node took one.
        after.says(3, dig(7));
        assertThat(after.line.isOpen()).isTrue();
        answerPing(after);
        after.says(2, dig(1));
        after.says(3, dig(7));

        assertThat(second.goldOf("alice")).isEqualTo(10);
    }

    @Test
    void waitsAsLongAsTheLostNodeWouldHaveForAClientThatAnnouncedAPause() {
        var alice = first.attach("alice", "s-1");
        alice.says(null, new ClientMessage.Pause("an advertisement", 120_000));
        first.passes(Duration.ofSeconds(1));
        alice.leaves();

        // Somebody else, who brings the player to the next node.
        second.resumeFrom(SELF, "alice", new Resume(alice.started().sessionId(), "another", 1, 0));
        second.passes(Duration.ofSeconds(179));

        assertThat(second.resume("alice", alice, 0).answer()).isInstanceOf(AttachAnswer.Attached.class);
    }

    @Test
    void waitsNoLongerThanTheLostNodeWouldHave() {
        var alice = first.attach("alice", "s-1");
        alice.says(null, new ClientMessage.Pause("an advertisement", 120_000));
        first.passes(Duration.ofSeconds(1));
        alice.leaves();

        // Somebody else, who brings the player to the next node.
        second.resumeFrom(SELF, "alice", new Resume(alice.started().sessionId(), "another", 1, 0));
        second.passes(Duration.ofSeconds(181));

        assertThat(refusalOf(second.resume("alice", alice, 0))).isEqualTo(FAILED_TO_RESUME_SESSION);
    }

    @Test
    void letsAClientPlayOnThatCameBackFromItsPauseJustBeforeItsNodeWasLost() {
        var alice = first.attach("alice", "s-1");
        alice.says(null, new ClientMessage.Pause("an advertisement", 60_000));
        first.passes(Duration.ofSeconds(1));
        alice.says(null, new ClientMessage.Unpause());

        var after = second.carryOn(SELF, "alice", "s-1");
        for (int id = 0; id < 15; id++) {
            second.passes(Duration.ofSeconds(20));
            after.says(null, new ClientMessage.Ping(id));
        }

        assertThat(after.line.isOpen()).isTrue();
    }

    @Test
    void findsAClientThatPausedWhereNobodyCameForAWhile() {
        var alice = first.attach("alice", "s-1");
        alice.says(null, new ClientMessage.Pause("an advertisement", 120_000));
        first.passes(Duration.ofSeconds(1));
        first.registry.sessions().pass(Duration.ofSeconds(150));
        second.time.passes(Duration.ofSeconds(150));

        var after = second.resumeFrom(SELF, "alice", tokenOf(alice, 0));

        assertThat(after.answer()).isInstanceOf(AttachAnswer.Attached.class);
    }

    @Test
    void forgetsAClientThatCameTooLateWithoutAPause() {
        var alice = first.attach("alice", "s-1");
        first.registry.sessions().pass(Duration.ofSeconds(71));
        second.time.passes(Duration.ofSeconds(71));

        var after = second.resumeFrom(SELF, "alice", tokenOf(alice, 0));

        assertThat(refusalOf(after)).isEqualTo(FAILED_TO_RESUME_SESSION);
        assertThat(first.registry.sessions().of(PlayersBench.player("alice"))).isEmpty();
    }

    @Test
    void resumesWithTheTokenOnAnotherNode() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));

        var back = second.resumeFrom(SELF, "alice", tokenOf(alice, 1));

        assertThat(back.resumed().epoch()).isEqualTo(2);
        assertThat(back.resumed().received()).isEqualTo(1);
        assertThat(back.line.messages()).hasAtLeastOneElementOfType(Rewind.class);
        assertThat(back.line.messages()).hasAtLeastOneElementOfType(ModelPatch.class);
        assertThat(second.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void refusesAnotherToken() {
        var alice = first.attach("alice", "s-1");
        var token = new Resume(alice.started().sessionId(), "another", 1, 0);

        var back = second.resumeFrom(SELF, "alice", token);

        assertThat(refusalOf(back)).isEqualTo(FAILED_TO_RESUME_SESSION);
    }

    @Test
    void takesOnlyTheLastTokenOnAnotherNode() {
        var alice = first.attach("alice", "s-1");
        var token = tokenOf(alice, 0);
        alice.leaves();
        var back = first.resume("alice", alice, 0);
        back.says(null, new ClientMessage.Acknowledge());
        first.passes(Duration.ofSeconds(1));
        var newest = new Resume(token.sessionId(), back.resumed().resumeToken(), 1, 0);
        // The newest token shows that whoever has it was answered, whatever became of the node's memory.
        var resumed = second.resumeFrom(SELF, "alice", newest);

        assertThat(resumed.resumed().epoch()).isEqualTo(2);
        resumed.says(null, new ClientMessage.Acknowledge());
        assertThat(refusalOf(second.resumeFrom(SELF, "alice", token))).isEqualTo(FAILED_TO_RESUME_SESSION);
    }

    @Test
    void givesUpOnASessionWhoseClientDoesNotComeBack() {
        var alice = first.attach("alice", "s-1");
        second.resumeFrom(SELF, "alice", new Resume(alice.started().sessionId(), "another", 1, 0));
        second.passes(Duration.ofSeconds(71));

        var late = second.resumeFrom(SELF, "alice", tokenOf(alice, 0));

        assertThat(refusalOf(late)).isEqualTo(FAILED_TO_RESUME_SESSION);
    }

    @Test
    void refusesASocketWhoseSessionNobodyHas() {
        first.attach("alice", "s-1");

        assertThat(refusalOf(second.carryOn(SELF, "alice", "s-9"))).isEqualTo(FAILED_TO_RESUME_SESSION);
    }

    @Test
    void shutsTheOldOwnerOutWhereItLivesAfterAll() {
        var alice = first.attach("alice", "s-1");
        second.carryOn(SELF, "alice", "s-1");

        alice.says(1, dig(2));

        assertThat(alice.line.closedWith()).isEqualTo(CLUSTER_NODE_LOST);
        assertThat(second.goldOf("alice")).isZero();
    }

    @Test
    void survivesTheNextNodeAsWell() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        var after = second.carryOn(SELF, "alice", "s-1");
        answerPing(after);
        after.says(2, dig(3));
        var third = first.another("session-3");

        var last = third.carryOn(second.self(), "alice", "s-1");

        assertThat(last.rewind()).isEqualTo(new Rewind(3, 2, true));
        assertThat(third.goldOf("alice")).isEqualTo(5);
    }

    @Test
    @DisplayName("an owner that was taken for dead and does not know it yet tells no socket of its older epoch")
    void tellsNoSocketOfAnEpochThatIsOver() {
        first.attach("alice", "s-1");
        first.registry.lapses(PlayersBench.player("alice"));
        second.goldOf("alice");
        var third = first.another("session-3");
        assertThat(third.carryOn(second.self(), "alice", "s-1").rewind().epoch())
                .isEqualTo(3);

        var back = second.carryOn(third.self(), "alice", "s-1");

        assertThat(back.line.messages()).isEmpty();
        assertThat(refusalOf(back)).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
        assertThat(second.carryOn(third.self(), "alice", "s-1").rewind().epoch())
                .isEqualTo(4);
    }

    @Test
    void tellsTheSocketOnceItIsKnownToOwnThePlayerStill() {
        first.attach("alice", "s-1");
        first.registry.lapses(PlayersBench.player("alice"));
        second.goldOf("alice");
        second.registry.sessions().holds();
        var after = second.carryOn(SELF, "alice", "s-1");
        assertThat(after.isAnswered()).isFalse();

        second.registry.sessions().answers();
        second.turns();

        assertThat(after.rewind().epoch()).isEqualTo(2);
    }

    @Test
    void leavesASessionToWhoeverResumedItBefore() {
        var alice = first.attach("alice", "s-1");
        var back = second.resumeFrom(SELF, "alice", tokenOf(alice, 0));
        var line = back.line;

        // The socket that it had before is still open somewhere, and asks for the same session.
        var stale = second.carryOn(SELF, "alice", "s-1", "proxy-9");

        assertThat(refusalOf(stale)).isEqualTo(FAILED_TO_RESUME_SESSION);
        assertThat(line.isOpen()).isTrue();
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }

    private static Resume tokenOf(BenchClient client, long received) {
        var started = client.started();
        return new Resume(started.sessionId(), started.resumeToken(), started.epoch(), received);
    }

    private static void answerPing(BenchClient client) {
        for (ServerMessage message : client.line.messages()) {
            if (message instanceof Ping(var id)) {
                client.says(null, new ClientMessage.Pong(id));
            }
        }
    }

    private static List<Long> results(BenchClient client) {
        return client.line.messages().stream()
                .filter(FlushResult.class::isInstance)
                .map(message -> ((FlushResult) message).flush())
                .toList();
    }

    private static ConnectionError refusalOf(BenchClient client) {
        return ((AttachAnswer.Refused) client.answer()).error();
    }
}
