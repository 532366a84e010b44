package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.CLUSTER_SHUTTING_DOWN;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_INTERNAL_SERVER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a session whose node is about to stop.
class DepartureTest {

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");

    @Test
    void goesOnAtAnotherNodeAsIfNothingHadHappened() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));

        var departure = departs();
        assertThat(alice.line.isHeld()).isTrue();
        assertThat(departure.toCompletableFuture()).isNotDone();
        held("alice", "s-1");
        var after = second.carryOn(null, "alice", "s-1");
        after.says(2, dig(3));

        assertThat(departure.toCompletableFuture()).isCompleted();
        assertThat(alice.line.isGivenBack()).isTrue();
        assertThat(after.answer()).isEqualTo(new AttachAnswer.Attached(ByteString.EMPTY));
        assertThat(after.line.messages()).hasOnlyElementsOfType(FlushResult.class);
        assertThat(after.line.numbers()).containsExactly(2L);
        assertThat(second.goldOf("alice")).isEqualTo(5);
    }

    @Test
    void takesWhatWasOnItsWayBeforeItLeaves() {
        var alice = first.attach("alice", "s-1");
        departs();

        alice.says(1, dig(2));
        held("alice", "s-1");

        assertThat(alice.line.numbers()).containsExactly(1L);
        second.carryOn(null, "alice", "s-1");
        assertThat(second.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void waitsForTheJournal() {
        var alice = first.attach("alice", "s-1");
        first.registry.holdsAppends();
        alice.says(1, dig(2));
        departs();
        held("alice", "s-1");
        assertThat(alice.line.isGivenBack()).isFalse();

        first.registry.answers();
        first.turns();

        assertThat(alice.line.numbers()).containsExactly(1L);
        assertThat(alice.line.isGivenBack()).isTrue();
    }

    @Test
    void renewsALeaseFirstThatMayHaveEnded() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        first.time.passes(Duration.ofSeconds(12));

        departs();
        held("alice", "s-1");
        var after = second.carryOn(null, "alice", "s-1");
        after.says(2, dig(3));

        assertThat(after.line.messages()).hasOnlyElementsOfType(FlushResult.class);
        assertThat(second.goldOf("alice")).isEqualTo(5);
    }

    @Test
    void waitsForNoSnapshot() {
        first.snapshotWorker.hold(true);
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));

        var departure = departs();
        held("alice", "s-1");

        assertThat(departure.toCompletableFuture()).isCompleted();
        assertThat(alice.line.isGivenBack()).isTrue();
        assertThat(second.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void keepsWhatTheClientHasNotReceived() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        alice.says(2, dig(3));
        departs();
        held("alice", "s-1");
        second.carryOn(null, "alice", "s-1");

        // Its socket did not bring it the second answer.
        var back = second.resume("alice", alice, 1);

        assertThat(back.resumed().epoch()).isEqualTo(1);
        assertThat(back.resumed().received()).isEqualTo(2);
        assertThat(back.line.numbers()).containsExactly(2L);
    }

    @Test
    void sendsAgainWhatALinkMayHaveTakenWithItThatBrokeBehindTheDeparture() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        alice.acknowledges(1);
        alice.says(2, dig(3));
        alice.says(3, dig(4));
        departs();
        held("alice", "s-1");

        // The proxy has lost its link, and never heard that the session was given back.
        var after = second.carryOn(first.self(), "alice", "s-1");
        after.says(4, dig(5));

        assertThat(after.line.messages()).hasOnlyElementsOfType(FlushResult.class);
        assertThat(after.line.numbers()).containsExactly(2L, 3L, 4L);
        assertThat(second.goldOf("alice")).isEqualTo(14);
    }

    @Test
    void goesOnFromNodeToNodeAsIfNothingHadHappenedWhileItsSocketIsOnItsWay() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        departs();
        held("alice", "s-1");
        assertThat(second.goldOf("alice")).isEqualTo(2);
        var third = second.another("session-3");
        var _ = second.players.departAll();
        second.turns();

        var after = third.carryOn(null, "alice", "s-1");
        after.says(2, dig(3));

        assertThat(after.line.messages()).hasOnlyElementsOfType(FlushResult.class);
        assertThat(after.line.numbers()).containsExactly(2L);
    }

    @Test
    void keepsASessionThatWaitsForItsClient() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        alice.leaves();
        departs();

        var back = second.resume("alice", alice, 0);

        assertThat(back.resumed().received()).isEqualTo(1);
        assertThat(back.line.numbers()).containsExactly(1L);
        assertThat(back.line.messages()).noneMatch(Rewind.class::isInstance);
    }

    @Test
    void saysThatSomethingMayBeMissingWhereAProxyDoesNotAnswer() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        departs();

        first.players.hurry();
        first.turns();
        alice.says(2, dig(100));
        var after = second.carryOn(null, "alice", "s-1");

        assertThat(alice.line.isGivenBack()).isTrue();
        assertThat(after.rewind()).isEqualTo(new Rewind(2, 1, true));
        assertThat(second.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void takesNobodyIn() {
        first.attach("alice", "s-1");
        departs();

        var late = first.attach("alice", "s-2");
        var other = first.attach("bert", "s-3");

        assertThat(((AttachAnswer.Refused) late.answer()).error()).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
        assertThat(((AttachAnswer.Refused) other.answer()).error()).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
    }

    @Test
    void endsWhatItCannotGiveAway() {
        var alice = first.attach("alice", "s-1");
        first.registry.holdsAppends();
        alice.says(1, dig(2));
        var departure = departs();
        held("alice", "s-1");

        first.players.endAll();
        first.turns();

        assertThat(departure.toCompletableFuture()).isNotDone();
        assertThat(alice.line.closedWith()).isEqualTo(CLUSTER_SHUTTING_DOWN);
    }

    @Test
    void survivesACrashOfTheNextNode() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        departs();
        held("alice", "s-1");
        second.carryOn(null, "alice", "s-1").says(2, dig(3));
        var third = first.another("session-3");

        var started = alice.started();
        var token = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 2);
        var back = third.resumeFrom(second.self(), "alice", token);

        assertThat(back.resumed().epoch()).isEqualTo(3);
        assertThat(back.resumed().received()).isEqualTo(2);
        assertThat(third.goldOf("alice")).isEqualTo(5);
    }

    /// Whichever of the two has its turn first.
    @ParameterizedTest
    @ValueSource(strings = {"alice", "bert"})
    void givesTheOthersAwayWhereOneCannotBe(String failing) {
        var other = failing.equals("alice") ? "bert" : "alice";
        var broken = first.attach(failing, "s-1");
        var well = first.attach(other, "s-2");
        broken.line.breaks();

        var departure = departs();
        held(other, "s-2");

        assertThat(broken.line.closedWith()).isEqualTo(FORCE_TERMINATED_INTERNAL_SERVER_ERROR);
        assertThat(well.line.isGivenBack()).isTrue();
        assertThat(departure.toCompletableFuture()).isCompleted();
    }

    private CompletionStage<Void> departs() {
        var departure = first.players.departAll();
        first.turns();
        return departure;
    }

    @Test
    void takesNoSocketThatWasLostForOneThatWasHeld() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        alice.leaves();
        departs();

        // The proxy has lost its link, and perhaps what was on it; the socket is still open.
        var after = second.carryOn(null, "alice", "s-1");

        assertThat(after.rewind()).isEqualTo(new Rewind(2, 1, true));
    }

    @Test
    void letsNobodyInWhoWasOnHisWayWhenItBegan() {
        var alice = first.attach("alice", "s-1");
        first.registry.sessions().holds();
        var late = first.attach("alice", "s-2");
        departs();
        first.registry.sessions().answers();
        first.turns();
        held("alice", "s-1");

        assertThat(((AttachAnswer.Refused) late.answer()).error()).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
        assertThat(first.registry.sessions().of(PlayersBench.player("alice"))).containsExactly(new SessionId("s-1"));
        assertThat(alice.line.closedWith()).isNull();
        assertThat(second.carryOn(null, "alice", "s-1").line.messages()).isEmpty();
    }

    @Test
    void losesNothingOfAClientThatWasOnItsWayBack() {
        var alice = first.attach("alice", "s-1");
        alice.says(1, dig(2));
        first.registry.sessions().holds();
        var late = first.resume("alice", alice, 1);
        departs();
        first.registry.sessions().answers();
        first.turns();
        first.registry.sessions().holds();
        held("alice", "s-1");
        late.says(2, dig(3));
        late.says(3, dig(4));
        first.registry.sessions().answers();
        first.turns();

        assertThat(((AttachAnswer.Refused) late.answer()).error()).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
        var back = second.resume("alice", alice, 1);
        assertThat(back.resumed().epoch()).isEqualTo(1);
        assertThat(back.resumed().received()).isEqualTo(1);
        back.says(2, dig(3));
        back.says(3, dig(4));
        assertThat(back.line.closedWith()).isNull();
        assertThat(second.goldOf("alice")).isEqualTo(9);
    }

    private void held(String player, String session) {
        first.players.held(PlayersBench.player(player), new SessionId(session));
        first.turns();
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }
}
