package dev.gatehouse.instance.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.instance.pool.OrderReply.Answered;
import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.model.partner.PoolOrder.Allocate;
import dev.gatehouse.model.partner.PoolOrder.Describe;
import dev.gatehouse.model.partner.PoolOrder.Heard;
import dev.gatehouse.model.partner.PoolOrder.Release;
import dev.gatehouse.model.partner.PoolServerMessage.Answer;
import dev.gatehouse.model.partner.PoolServerMessage.Ended;
import dev.gatehouse.model.partner.PoolServerMessage.Join;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PoolServerMessage.Report;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.provider.Exit;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PoolServerLinkTest {

    private static final PooledServer SERVER = new PooledServer(new ServerId("gs-1"), new InstanceId("gi-1"));
    private static final ServerId ID = SERVER.serverId();
    private static final Allocate ALLOCATE =
            new Allocate("a", ID, SERVER.instanceId(), "ws://localhost", "social", "game");

    private static final Answered RUNS = new Answered(Outcome.RUNNING);

    private final TestTime time = new TestTime();
    private final TestRoster roster = new TestRoster();
    private final Pool pool = new Pool(
            "main", roster, new PoolRules(Duration.ofSeconds(5), 3, Duration.ofSeconds(15)), () -> TestRoster.ADDRESS);
    private final Wire wire = new Wire();
    private final PoolServerLink link = new PoolServerLink(pool, "link-1", wire, time::nanoTime);

    private static final class Wire implements PoolServerLink.Line {

        private final List<PoolOrder> said = new ArrayList<>();
        private final List<PartnerError> closed = new ArrayList<>();

        @Override
        public void say(PoolOrder order) {
            said.add(order);
        }

        @Override
        public void close(PartnerError why) {
            closed.add(why);
        }
    }

    @Test
    void hearsWhoJoinsAndReports() {
        assertThat(link.take(join(SERVER))).isTrue();
        assertThat(roster.list()).containsExactly(new Place("box-1", SERVER));

        link.take(new Report("2", 2, List.of()));

        assertThat(roster.list()).isEmpty();
        assertThat(wire.said).containsExactly(new Heard("1", 5_000, 3), new Heard("2", 5_000, 3));
        assertThat(pool.link("box-1")).contains(link);
    }

    @Test
    void hearsNobodyWhoHasNotJoined() {
        assertThat(link.take(new Report("1", 2, List.of()))).isFalse();

        assertThat(wire.closed).containsExactly(PartnerError.NOT_LINKED);
        assertThat(roster.free).isEmpty();
    }

    @Test
    void letsNobodyJoinTwice() {
        link.take(join());

        link.take(join());

        assertThat(wire.closed).containsExactly(PartnerError.WRONG_STATE);
    }

    @Test
    void turnsAwayWhoseNameAnotherHas() {
        roster.links.put("box-1", "another");

        assertThat(link.take(join())).isFalse();

        assertThat(wire.closed).containsExactly(PartnerError.ALREADY_LINKED);
        assertThat(pool.link("box-1")).isEmpty();
    }

    @Test
    void endsALinkWhosePoolServerHasJoinedElsewhere() {
        link.take(join());
        roster.links.put("box-1", "another");

        link.take(new Report("2", 2, List.of()));

        assertThat(wire.closed).containsExactly(PartnerError.ALREADY_LINKED);
    }

    @Test
    void endsTheLinkThatANewerOneReplaces() {
        link.take(join());
        roster.links.clear();
        var newer = new PoolServerLink(pool, "link-2", new Wire(), time::nanoTime);

        newer.take(join());

        assertThat(wire.closed).containsExactly(PartnerError.ALREADY_LINKED);
        link.closed();
        assertThat(pool.link("box-1")).contains(newer);
        assertThat(roster.links).containsEntry("box-1", "link-2");
    }

    @Test
    void notesWhatAnOrderHasComeToBeforeItsGiverHears() {
        link.take(join());
        var asked = link.ask(ALLOCATE);
        assertThat(wire.said).endsWith(ALLOCATE);
        assertThat(asked).isNotDone();

        var listed = asked.thenApply(_ -> roster.list());
        link.take(new Answer("a", Outcome.RUNNING));

        assertThat(asked).isCompletedWithValue(RUNS);
        assertThat(listed).isCompletedWithValue(List.of(new Place("box-1", SERVER)));
    }

    @Test
    void notesAnAnswerForWhichNobodyWaitsAnyMore() {
        link.take(join());
        link.ask(new Describe("d", ID, SERVER.instanceId())).cancel(true);

        link.take(new Answer("d", Outcome.RUNNING));

        assertThat(roster.list()).containsExactly(new Place("box-1", SERVER));
    }

    @Test
    void freesThePlaceOfWhatIsRefusedOrGone() {
        link.take(join(SERVER));
        var _ = link.ask(new Release("r", ID));
        link.take(new Answer("r", Outcome.GONE));
        assertThat(roster.list()).isEmpty();
        assertThat(roster.free).containsEntry("box-1", 2);

        var _ = link.ask(ALLOCATE);
        link.take(new Answer("a", Outcome.REFUSED));
        assertThat(roster.free).containsEntry("box-1", 0);
    }

    @Test
    void saysWhenAServerHasEnded() {
        var exits = new ArrayList<Exit>();
        pool.onExit(exits::add);
        link.take(join(SERVER));

        link.take(new Ended(ID, SERVER.instanceId(), "it crashed"));

        assertThat(roster.list()).isEmpty();
        assertThat(exits).containsExactly(new Exit(ID, SERVER.instanceId(), "by its pool server's word: it crashed"));
    }

    @Test
    void hearsNothingOfServersThatAreNotItsOwn() {
        var exits = new ArrayList<Exit>();
        pool.onExit(exits::add);
        link.take(join());

        link.take(new Ended(ID, SERVER.instanceId(), "it has never run here"));

        assertThat(exits).isEmpty();
    }

    @Test
    void hasDoublesReleased() {
        roster.doubles.add(ID);

        link.take(join());

        assertThat(wire.said).containsExactly(new Heard("1", 5_000, 3), new Release("link-1/gs-1", ID));
    }

    @Test
    void passesOverAnswersToWhatWasNotAsked() {
        link.take(join(SERVER));

        link.take(new Answer("strange", Outcome.GONE));

        assertThat(roster.list()).containsExactly(new Place("box-1", SERVER));
    }

    @Test
    void failsWhatIsNotAnsweredWhenItCloses() {
        link.take(join());
        var before = link.ask(ALLOCATE);

        link.closed();
        var after = link.ask(ALLOCATE);

        assertThat(before).isCompletedExceptionally();
        assertThat(before.exceptionNow()).isInstanceOf(ProviderException.class);
        assertThat(after).isCompletedWithValue(new Undelivered("the pool server's link has closed"));
        assertThat(pool.link("box-1")).isEmpty();
        assertThat(roster.links).isEmpty();
    }

    @Test
    void givesNoMoreOrdersThanThereMayBePlaces() {
        link.take(join());
        for (int i = 0; i < 1_000; i++) {
            var _ = link.ask(new Release("r-" + i, ID));
        }

        assertThat(link.ask(ALLOCATE))
                .isCompletedWithValue(new Undelivered("orders without an answer: 1000 (expected: fewer)"));
        assertThat(wire.said).hasSize(1_001);
    }

    @Test
    @DisplayName(
            "a game that does not end when it should keeps no other one from being started, however often it is told")
    void givesOrdersAgainOnceNobodyWaitsForTheEarlierOnes() {
        link.take(join(SERVER));
        for (int i = 0; i < 3_000; i++) {
            link.ask(new Release("r-" + i, ID)).cancel(true);
        }

        var asked = link.ask(ALLOCATE);
        link.take(new Answer("a", Outcome.RUNNING));

        assertThat(asked).isCompletedWithValue(RUNS);
    }

    @Test
    void remembersNoMoreThanTheLastOrdersForWhichNobodyWaits() {
        link.take(join(SERVER));
        for (int i = 0; i < 1_001; i++) {
            link.ask(new Release("r-" + i, ID)).cancel(true);
        }

        link.take(new Answer("r-0", Outcome.GONE));
        assertThat(roster.list()).hasSize(1);

        link.take(new Answer("r-1000", Outcome.GONE));
        assertThat(roster.list()).isEmpty();
    }

    @Test
    @DisplayName("a pool server that does not answer soon is asked last, however long whoever asked it first waits")
    void doubtsWhoDoesNotAnswerSoon() {
        var hurried = new Pool(
                "main",
                roster,
                new PoolRules(Duration.ofMillis(2), 3, Duration.ofSeconds(15)),
                () -> TestRoster.ADDRESS);
        var mute = new PoolServerLink(hurried, "link-1", wire, time::nanoTime);
        mute.take(join(SERVER));

        assertThatThrownBy(() -> Orders.onLink(hurried, "box-1", new Release("r", ID), Duration.ofMillis(10)))
                .isInstanceOf(ProviderException.class);
        assertThat(roster.doubted).isEmpty();

        assertThatThrownBy(() -> Orders.onLink(hurried, "box-1", ALLOCATE, Duration.ofMillis(10)))
                .isInstanceOf(ProviderException.class);
        assertThat(roster.doubted).containsExactly("box-1");
    }

    @Test
    void saysThatAnAnswerCouldNotBeNoted() {
        link.take(join());
        var asked = link.ask(ALLOCATE);
        roster.isAway = true;

        link.take(new Answer("a", Outcome.RUNNING));

        assertThat(asked.exceptionNow()).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void endsWhenNothingIsHeardForLong() {
        link.take(join());

        time.passes(Duration.ofSeconds(15));
        pool.endSilentLinks();
        assertThat(wire.closed).isEmpty();

        time.passes(Duration.ofMillis(1));
        pool.endSilentLinks();
        assertThat(wire.closed).containsExactly(PartnerError.NOT_LINKED);
    }

    private static Join join(PooledServer... servers) {
        return new Join("1", "box-1", "run-1", 2, List.of(servers));
    }
}
