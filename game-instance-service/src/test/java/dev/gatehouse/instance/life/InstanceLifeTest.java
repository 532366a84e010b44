package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InstanceLife.Result;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.PlayersAdded;
import dev.gatehouse.instance.life.LifeEvent.PlayersConnected;
import dev.gatehouse.instance.life.LifeEvent.PlayersRemoved;
import dev.gatehouse.instance.life.LifeEvent.PresenceChanged;
import dev.gatehouse.instance.life.LifeEvent.ServerAllocated;
import dev.gatehouse.instance.life.LifeEvent.ServerLinked;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InstanceLifeTest {

    private final TestTime time = new TestTime(InstanceExamples.NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final Receipts receipts = new Receipts(time);
    private final RecordedEffects effects = new RecordedEffects();
    private final Queue<Runnable> endings = new ArrayDeque<>();
    private final Deadlines deadlines = InstanceExamples.DEADLINES;
    private final InstanceLife life = new InstanceLife(store, effects, receipts, deadlines, time, endings::add);

    @Test
    void triesAgainWhereSomebodyElseWasQuicker() {
        given(InstanceState.ALLOCATING);
        store.letOthersBeQuicker(3);

        assertThat(life.apply(ID, new ServerAllocated("racks"))).isInstanceOf(Done.class);
        assertThat(now().state()).isEqualTo(InstanceState.ALLOCATED);
        assertThat(effects.entered).containsExactly(InstanceState.ALLOCATED);
    }

    @Test
    @DisplayName("F61: 500 join an instance with 10 places at once: 10 are in it, the others hear that it is full")
    void letsInAsManyAsThereArePlaces() throws Exception {
        var places = new AllocatedServer.Address("127.0.0.1", 7777, 10);
        var running = InstanceExamples.in(InstanceState.RUNNING);
        store.create(
                running.withServer(InstanceExamples.ASKED.at(places)).withPlayers(List.of()),
                Duration.ZERO,
                Duration.ZERO);
        var herd = new InstanceLife(store, new NoEffects(), new Receipts(time), deadlines, time, endings::add);
        var joins = IntStream.range(0, 500)
                .mapToObj(i -> new PlayersAdded(List.of(new InstancePlayer(new PlayerId("player-" + i), 0))))
                .<Callable<Result>>map(join -> () -> herd.apply(ID, join))
                .toList();

        var refused = new ArrayList<PartnerError>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(joins)) {
                if (answer.get() instanceof Failed(var why)) {
                    refused.add(why);
                }
            }
        }

        System.out.printf(
                "F61: 500 joins at once for 10 places: overcommit = %d%n",
                now().players().size() - 10);
        assertThat(now().players()).hasSize(10);
        // Whoever hears of contention was overtaken ten times, and asks again in vain.
        assertThat(refused).hasSize(490).isSubsetOf(PartnerError.INSTANCE_FULL, PartnerError.CONTENTION);
    }

    @Test
    void givesUpWhereOthersAreAlwaysQuicker() {
        given(InstanceState.ALLOCATING);
        store.letOthersBeQuicker(1_000);

        assertThat(life.apply(ID, new ServerAllocated("racks"))).isEqualTo(new Failed(PartnerError.CONTENTION));
        assertThat(effects.entered).isEmpty();
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        assertThat(life.apply(ID, new ServerAllocated("racks"))).isEqualTo(new Failed(PartnerError.UNKNOWN_INSTANCE));
    }

    @Test
    void loadsNothingWhereNobodyHasChangedWhatWasSeen() {
        given(InstanceState.ALLOCATING);
        var seen = seen();
        int before = store.loads();

        assertThat(life.apply(seen, new ServerAllocated("racks"), Condition.NONE))
                .isInstanceOf(Done.class);
        assertThat(life.apply(seen, new EndRequested("done"), Condition.NONE)).isInstanceOf(Done.class);

        assertThat(store.loads()).isEqualTo(before);
        assertThat(now().state()).isEqualTo(InstanceState.ENDED);
    }

    @Test
    void goesByWhatIsStoredWhereThatIsNotWhatWasSeen() {
        given(InstanceState.RUNNING);
        var seen = seen();
        life.apply(ID, new PlayersRemoved(List.of(InstanceExamples.ALICE)));

        assertThat(life.apply(seen, new PresenceChanged(InstanceExamples.BOB, true), Condition.NONE))
                .isEqualTo(new Done(now(), true));
        assertThat(now().seat(InstanceExamples.ALICE)).isEmpty();
        assertThat(now().seat(InstanceExamples.BOB).orElseThrow().present()).isTrue();
    }

    @Test
    void refusesNothingForWhatWasSeen() {
        given(InstanceState.ALLOCATED);
        var seen = seen();
        life.apply(ID, new ServerLinked(InstanceExamples.ADDRESS));

        assertThat(life.apply(seen, new PlayersConnected(List.of(InstanceExamples.ALICE)), Condition.NONE))
                .isInstanceOf(Done.class);
    }

    @Test
    void changesNothingThatMustNotBeChanged() {
        given(InstanceState.RUNNING);
        var seen = seen();
        var released = new Condition(
                stored -> stored.instance().released() ? Optional.empty() : Optional.of(PartnerError.WRONG_STATE),
                new LinkTerm.Any());

        assertThat(life.apply(seen, new EndRequested("done"), released))
                .isEqualTo(new Failed(PartnerError.WRONG_STATE));
        assertThat(now().state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    void changesNothingForALinkThatIsNotLiveWhenItChanges() {
        given(InstanceState.RUNNING);
        store.link(ID, "second", null);
        var first = new Condition(_ -> Optional.empty(), new LinkTerm.Held("first"));
        var taking = new Condition(_ -> Optional.empty(), new LinkTerm.Taken("first", null, Duration.ofSeconds(15)));

        assertThat(life.apply(seen(), new EndRequested("done"), first)).isEqualTo(new Failed(PartnerError.NOT_LINKED));
        assertThat(life.apply(seen(), new EndRequested("done"), taking))
                .isEqualTo(new Failed(PartnerError.ALREADY_LINKED));
        assertThat(now().state()).isEqualTo(InstanceState.RUNNING);
    }

    @Test
    @DisplayName(
            "3.4 (14): an end and what is asked at the same time: each is done whole or refused, whichever is first")
    void putsWhatComesWithAnEndInAnOrder() {
        given(InstanceState.RUNNING);
        var seen = seen();
        var alsoSeen = seen();
        life.apply(seen, new EndRequested("done"), Condition.NONE);

        assertThat(life.apply(alsoSeen, new PlayersRemoved(List.of(InstanceExamples.ALICE)), Condition.NONE))
                .isEqualTo(new Failed(PartnerError.INSTANCE_OVER));
        assertThat(now().seat(InstanceExamples.ALICE)).isPresent();
        assertThat(life.apply(alsoSeen, new EndRequested("again"), Condition.NONE))
                .isEqualTo(new Done(now(), false));
    }

    @Test
    void answersBeforeItCarriesAnEndOut() {
        given(InstanceState.RUNNING);

        assertThat(life.apply(ID, new EndRequested("done"))).isInstanceOf(Done.class);
        assertThat(effects.performed).isEmpty();
        assertThat(now().released()).isFalse();

        endings.remove().run();

        assertThat(effects.performed)
                .containsExactly(
                        new TellServer(),
                        new TellPlayers(
                                InstanceEvent.ENDED, List.of(InstanceExamples.ALICE, InstanceExamples.BOB), "done"),
                        new ReleaseServer());
        assertThat(now().released()).isTrue();
        assertThat(store.lookOf(ID)).isEmpty();
    }

    @Test
    void carriesAnEndOutOnceMoreWhereAServiceStoppedInBetween() {
        given(InstanceState.RUNNING);
        life.apply(ID, new EndRequested("done"));
        endings.clear();

        life.look(ID, true);
        endings.remove().run();

        assertThat(effects.performed).contains(new ReleaseServer());
        assertThat(now().released()).isTrue();
    }

    @Test
    @DisplayName("that players have heard is noted with the next change, and costs none of its own")
    void notesReceiptsWithTheNextChange() {
        given(InstanceState.RUNNING);
        life.apply(ID, new PlayersRemoved(List.of(InstanceExamples.ALICE)));
        assertThat(now().owed()).hasSize(1);

        life.apply(ID, new PresenceChanged(InstanceExamples.BOB, true));

        assertThat(now().owed()).isEmpty();
        assertThat(receipts.of(ID)).isEmpty();
    }

    @Test
    @DisplayName("where nothing else changes, that players have heard is noted before anybody tells them again")
    void notesReceiptsByThemselves() {
        given(InstanceState.RUNNING);
        var notes = new ReceiptNotes(receipts, life);
        life.apply(ID, new PlayersRemoved(List.of(InstanceExamples.ALICE)));
        notes.turn();
        assertThat(now().owed()).hasSize(1);

        time.passes(Receipts.PATIENCE);
        store.letOthersBeQuicker(100);
        notes.turn();
        assertThat(now().owed()).hasSize(1);
        store.letOthersBeQuicker(0);
        store.isAway(true);
        notes.turn();
        store.isAway(false);
        notes.turn();

        assertThat(Receipts.PATIENCE).isLessThan(News.FIRST_PAUSE);
        assertThat(now().owed()).isEmpty();
        assertThat(receipts.of(ID)).isEmpty();
    }

    @Test
    void tellsAgainBesideTheLooks() {
        given(InstanceState.RUNNING);
        effects.isHeard = false;
        life.apply(ID, new PlayersRemoved(List.of(InstanceExamples.ALICE)));
        effects.performed.clear();
        time.passes(News.FIRST_PAUSE);

        life.look(ID, true);
        assertThat(effects.performed).isEmpty();
        effects.isHeard = true;
        endings.remove().run();

        assertThat(effects.performed)
                .containsExactly(new TellPlayers(InstanceEvent.REMOVED, List.of(InstanceExamples.ALICE), ""));
        life.noteReceipts(ID);
        assertThat(now().owed()).isEmpty();
    }

    @Test
    @DisplayName("an end that was heard is noted with what was done for it, and nobody looks at the instance any more")
    void tellsOfAnEndUntilItWasHeard() {
        given(InstanceState.RUNNING);
        effects.isHeard = false;
        life.apply(ID, new EndRequested("done"));
        endings.remove().run();
        assertThat(now().released()).isTrue();
        assertThat(store.lookOf(ID)).contains(News.FIRST_PAUSE);

        time.passes(News.FIRST_PAUSE);
        effects.performed.clear();
        effects.isHeard = true;
        life.look(ID, true);
        endings.remove().run();
        life.noteReceipts(ID);

        assertThat(effects.performed)
                .containsExactly(new TellPlayers(
                        InstanceEvent.ENDED, List.of(InstanceExamples.ALICE, InstanceExamples.BOB), "done"));
        assertThat(now().owed()).isEmpty();
        assertThat(store.lookOf(ID)).isEmpty();
    }

    @Test
    void endsWhatIsOverdue() {
        given(InstanceState.ALLOCATING);
        time.passes(Duration.ofSeconds(60));

        life.look(ID, true);

        assertThat(now().state()).isEqualTo(InstanceState.FAILED);
    }

    @Test
    void looksAgainLaterAtWhatIsWell() {
        given(InstanceState.RUNNING);

        life.look(ID, true);

        assertThat(now().state()).isEqualTo(InstanceState.RUNNING);
        assertThat(store.lookOf(ID)).contains(Duration.ofSeconds(5));
    }

    @Test
    void forgetsWhatWasNeverStored() {
        store.lookAgain(ID, Optional.of(Duration.ZERO));

        life.look(ID, true);

        assertThat(store.lookOf(ID)).isEmpty();
    }

    private void given(InstanceState state) {
        store.create(InstanceExamples.in(state), Duration.ZERO, Duration.ZERO);
    }

    private LastSeen seen() {
        var seen = new LastSeen(ID);
        seen.saw(store.load(ID).orElseThrow());
        return seen;
    }

    private InstanceRecord now() {
        return store.load(ID).orElseThrow().instance();
    }

    private final class RecordedEffects implements LifeEffects {

        private final List<LifeEffect> performed = new ArrayList<>();
        private final List<InstanceState> entered = new ArrayList<>();
        private boolean isHeard = true;

        @Override
        public Runnable prepare(LifeEffect effect, InstanceRecord instance) {
            return () -> {
                performed.add(effect);
                if (isHeard && effect instanceof TellPlayers) {
                    instance.owed().forEach(news -> receipts.heard(instance.id(), news));
                }
            };
        }

        @Override
        public void entered(InstanceRecord instance) {
            entered.add(instance.state());
        }
    }
}
