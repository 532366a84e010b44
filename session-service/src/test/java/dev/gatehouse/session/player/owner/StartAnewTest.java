package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.session.StoredSession;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// What a client is told that starts, or starts anew: what is in the journal, once, however much is under
/// way meanwhile. Each of these was found by the simulation.
class StartAnewTest {

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");
    private final BenchClient alice = first.attach("alice", "s-1");

    @Test
    void startsANewcomerWithWhatIsInTheJournalAndTellsItTheRestOnce() {
        first.registry.holdsAppends();
        alice.says(1, dig(2));
        var newcomer = first.attach("alice", "s-2");
        order(first, 101, "{\"amount\":3}");
        assertThat(newcomer.isAnswered()).isFalse();

        written(first);

        assertThat(newcomer.player().model().toString()).contains("\"gold\":2");
        assertThat(newcomer.line.messages()).hasExactlyElementsOfTypes(ServerAction.class);
    }

    @Test
    void takesNothingFromAnOlderSessionOnceANewcomerStarts() {
        first.registry.holdsAppends();
        alice.says(1, dig(2));
        var newcomer = first.attach("alice", "s-2");
        alice.says(2, dig(3));

        written(first);

        assertThat(newcomer.player().model().toString()).contains("\"gold\":2");
        assertThat(first.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void tellsNothingThatIsNotInTheJournal() {
        first.registry.holdsAppends();
        alice.says(1, dig(2));
        var after = first.carryOn(null, "alice", "s-1");
        assertThat(after.isAnswered()).isFalse();
        // On its way since before the link broke.
        alice.says(2, dig(3));

        written(first);

        assertThat(after.rewind()).isEqualTo(new Rewind(2, 1, true));
        assertThat(patchOf(after)).contains("\"gold\":2");
        assertThat(after.line.messages()).doesNotHaveAnyElementsOfTypes(FlushResult.class);
    }

    @Test
    void tellsALateClientHowFarItWasWhenTheStreamStartedAnew() {
        alice.says(1, dig(2));
        var after = first.carryOn(null, "alice", "s-1");
        // Sent before the client has heard of the rewind, which it then never does.
        after.says(2, dig(3));
        after.leaves();

        var back = first.resume("alice", alice, 1);

        assertThat(back.resumed().received()).isEqualTo(1);
        assertThat(back.rewind()).isEqualTo(new Rewind(2, 1, true));
        assertThat(patchOf(back)).contains("\"gold\":2");
        assertThat(back.line.messages().getLast())
                .isInstanceOfSatisfying(
                        FlushResult.class, result -> assertThat(result.flush()).isEqualTo(2));
    }

    @Test
    void asksEachClientSomethingThatNoOwnerBeforeHasAsked() {
        var after = second.carryOn(PlayersBench.SELF, "alice", "s-1");
        var third = first.another("session-3");
        var last = third.carryOn(second.self(), "alice", "s-1");

        // On its way since before the second loss: it says nothing of the stream that there is now.
        last.says(null, new ClientMessage.Pong(pingOf(after)));
        last.acknowledges(7);

        assertThat(pingOf(last)).isNotEqualTo(pingOf(after));
        assertThat(last.line.isOpen()).isTrue();
    }

    @Test
    void believesAClientThatResumesInTheStreamThatItWasToldOf() {
        var after = second.carryOn(PlayersBench.SELF, "alice", "s-1");
        after.leaves();

        var started = alice.started();
        var back = second.resume("alice", new Resume(started.sessionId(), started.resumeToken(), 2, 1));
        back.acknowledges(1);

        var stored = new AtomicReference<StoredSession>();
        second.players.visit(
                PlayersBench.player("alice"), session -> session.whole(false).ifPresent(stored::set));
        second.turns();
        assertThat(stored.get()).isNotNull();
        assertThat(stored.get().stream()).isNotNull().returns(1L, stream -> stream.acknowledged());
    }

    @Test
    void tellsNobodyOfAStreamThatIsNotStored() {
        first.registry.sessions().holds();
        var one = first.carryOn(null, "alice", "s-1");
        // The proxy has had no answer, and asks again.
        var two = first.carryOn(null, "alice", "s-1");
        assertThat(one.isAnswered()).isFalse();
        assertThat(two.isAnswered()).isFalse();

        first.registry.sessions().answers();
        first.turns();

        assertThat(one.answer()).isInstanceOf(AttachAnswer.Refused.class);
        assertThat(two.rewind()).isEqualTo(new Rewind(3, 0, true));
    }

    @Test
    void goesOnWithNobodyOnceItsLeaseMayHaveEnded() {
        alice.leaves();
        first.registry.sessions().holds();
        var back = first.resume("alice", alice, 0);
        first.time.passes(Duration.ofSeconds(12));

        first.registry.sessions().answers();
        first.turns();

        assertThat(back.answer()).isInstanceOf(AttachAnswer.Refused.class);
        first.passes(Duration.ofSeconds(1));
        assertThat(first.resume("alice", alice, 0).answer()).isInstanceOf(AttachAnswer.Attached.class);
    }

    @Test
    void takesNothingThatWasSaidBeforeTheOwnerBeforeWasHeardOut() {
        first.registry.holdsLoads();
        var after = second.carryOn(PlayersBench.SELF, "alice", "s-1");
        first.registry.answersLoads();
        second.turns();
        // On its way since before the client was told that another session leads, and then it again.
        after.says(1, dig(5));

        after.hearsTheOwnerBeforeOut();
        after.says(1, new ClientMessage.Skip());
        after.says(2, dig(3));

        assertThat(second.goldOf("alice")).isEqualTo(3);
    }

    @Test
    void leavesAClientAloneThatCameBackByAnotherWay() {
        first.registry.holdsAppends();
        alice.says(1, dig(2));
        var stale = first.carryOn(null, "alice", "s-1");

        var back = first.resume("alice", alice, 0);
        written(first);
        back.says(2, dig(3));
        written(first);

        assertThat(stale.answer()).isInstanceOf(AttachAnswer.Refused.class);
        assertThat(back.resumed().epoch()).isEqualTo(1);
        assertThat(back.line.messages()).hasExactlyElementsOfTypes(FlushResult.class, FlushResult.class);
    }

    @Test
    void keepsTheTokenOfAClientThatComesBackWhileItsStreamStartsAnew() {
        alice.leaves();
        first.registry.sessions().holds();
        var back = first.resume("alice", alice, 0);
        first.carryOn(null, "alice", "s-1");
        first.registry.sessions().answers();
        first.turns();

        var resumed = back.resumed();
        var resume = new Resume(alice.started().sessionId(), resumed.resumeToken(), resumed.epoch(), 0);
        var next = second.resumeFrom(first.self(), "alice", resume);

        assertThat(next.answer()).isInstanceOf(AttachAnswer.Attached.class);
    }

    private static void written(PlayersBench bench) {
        for (int pipeline = 0; pipeline < 3; pipeline++) {
            bench.registry.answers();
            bench.turns();
        }
    }

    private static void order(PlayersBench bench, int code, String args) {
        var call = PlayersBench.call(code, args).action();
        var _ = bench.players.order(
                PlayersBench.player("alice"),
                new ActionOrder(ActionMode.SYNCHRONIZED, Objects.requireNonNull(call), null));
        bench.turns();
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }

    private static String patchOf(BenchClient client) {
        return client.line.messages().stream()
                .filter(ModelPatch.class::isInstance)
                .map(message -> ((ModelPatch) message).patch().text())
                .findFirst()
                .orElseThrow();
    }

    /// The one that follows the rewind.
    private static long pingOf(BenchClient client) {
        return client.line.messages().stream()
                .filter(Ping.class::isInstance)
                .mapToLong(message -> ((Ping) message).id())
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
