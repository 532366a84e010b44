package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceLife.Result.Failed;
import dev.gatehouse.instance.life.LifeEffect.ReleaseServer;
import dev.gatehouse.instance.life.LifeEffect.TellPlayers;
import dev.gatehouse.instance.life.LifeEffect.TellServer;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.ServerAllocated;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class InstanceLifeTest {

    private final TestTime time = new TestTime(InstanceExamples.NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final RecordedEffects effects = new RecordedEffects();
    private final Queue<Runnable> endings = new ArrayDeque<>();
    private final Deadlines deadlines = InstanceExamples.DEADLINES;
    private final InstanceLife life = new InstanceLife(store, effects, deadlines, time, endings::add);

    @Test
    void triesAgainWhereSomebodyElseWasQuicker() {
        given(InstanceState.ALLOCATING);
        store.letOthersBeQuicker(3);

        assertThat(life.apply(ID, new ServerAllocated())).isInstanceOf(Done.class);
        assertThat(now().state()).isEqualTo(InstanceState.ALLOCATED);
        assertThat(effects.entered).containsExactly(InstanceState.ALLOCATED);
    }

    @Test
    void givesUpWhereOthersAreAlwaysQuicker() {
        given(InstanceState.ALLOCATING);
        store.letOthersBeQuicker(1_000);

        assertThat(life.apply(ID, new ServerAllocated())).isEqualTo(new Failed(PartnerError.CONTENTION));
        assertThat(effects.entered).isEmpty();
    }

    @Test
    void knowsWhatItDoesNotKnow() {
        assertThat(life.apply(ID, new ServerAllocated())).isEqualTo(new Failed(PartnerError.UNKNOWN_INSTANCE));
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

        life.look(ID);
        endings.remove().run();

        assertThat(effects.performed).contains(new ReleaseServer());
        assertThat(now().released()).isTrue();
    }

    @Test
    void endsWhatIsOverdue() {
        given(InstanceState.ALLOCATING);
        time.passes(Duration.ofSeconds(60));

        life.look(ID);

        assertThat(now().state()).isEqualTo(InstanceState.FAILED);
    }

    @Test
    void endsWhatIsOverdueBesideAnInstanceThatCannotBeRead() {
        var unreadable = new InstanceId("gi-unreadable");
        given(InstanceState.ALLOCATING);
        store.holdUnreadable(unreadable);
        time.passes(Duration.ofSeconds(60));

        new Sweeper(store, life).turn();

        assertThat(now().state()).isEqualTo(InstanceState.FAILED);
        assertThat(store.lookOf(unreadable)).contains(Duration.ofSeconds(30));
    }

    @Test
    void looksAgainLaterAtWhatIsWell() {
        given(InstanceState.RUNNING);

        life.look(ID);

        assertThat(now().state()).isEqualTo(InstanceState.RUNNING);
        assertThat(store.lookOf(ID)).contains(Duration.ofSeconds(5));
    }

    @Test
    void forgetsWhatWasNeverStored() {
        store.lookAgain(ID, Optional.of(Duration.ZERO));

        life.look(ID);

        assertThat(store.lookOf(ID)).isEmpty();
    }

    private void given(InstanceState state) {
        store.create(InstanceExamples.in(state), Duration.ZERO);
    }

    private InstanceRecord now() {
        return store.load(ID).orElseThrow().instance();
    }

    private static final class RecordedEffects implements LifeEffects {

        private final List<LifeEffect> performed = new ArrayList<>();
        private final List<InstanceState> entered = new ArrayList<>();

        @Override
        public void perform(LifeEffect effect, InstanceRecord instance) {
            performed.add(effect);
        }

        @Override
        public void entered(InstanceRecord instance) {
            entered.add(instance.state());
        }
    }
}
