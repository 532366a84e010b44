package dev.gatehouse.instance.life;

import static dev.gatehouse.instance.life.InstanceExamples.DEADLINES;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SweeperTest {

    private final TestTime time = new TestTime(InstanceExamples.NOW);
    private final InMemoryInstanceStore store = new InMemoryInstanceStore();
    private final InstanceLife life =
            new InstanceLife(store, new NoEffects(), new Receipts(time), DEADLINES, time, Runnable::run);
    private final Queue<Liveness> seen = new ConcurrentLinkedQueue<>();
    private final LastTurn lastTurn = new LastTurn(time::nanoTime);
    private final Sweeper sweeper = new Sweeper(store, life, new Hearing(DEADLINES, time), seen::add, lastTurn);

    @Test
    void endsWhatIsOverdueBesideAnInstanceThatCannotBeRead() {
        var unreadable = new InstanceId("gi-unreadable");
        given(InstanceState.ALLOCATING);
        store.holdUnreadable(unreadable);
        time.passes(Duration.ofSeconds(60));

        sweeper.turn();

        assertThat(state()).isEqualTo(InstanceState.FAILED);
        assertThat(store.lookOf(unreadable)).contains(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("a store that was away ends no game: servers have all of their time to be heard once it is back")
    void judgesNobodyByTheSilenceOfTheStore() {
        given(InstanceState.RUNNING);
        sweeper.turn();
        time.passes(DEADLINES.silence());
        store.silence(ID);

        store.isAway(true);
        sweeper.turn();
        store.isAway(false);
        sweeper.turn();
        assertThat(state()).isEqualTo(InstanceState.RUNNING);

        time.passes(DEADLINES.silence().minusMillis(1));
        sweeper.turn();
        assertThat(state()).isEqualTo(InstanceState.RUNNING);

        time.passes(Duration.ofMillis(1));
        sweeper.turn();
        assertThat(state()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    void looksAtAllThatIsDueInOneTurn() {
        var created = IntStream.range(0, 450)
                .mapToObj(number -> InstanceExamples.created("key-" + number, "local-process", null, time.instant()))
                .toList();
        created.forEach(instance -> store.create(instance, Duration.ZERO, Duration.ZERO));
        time.passes(Duration.ofSeconds(60));

        sweeper.turn();

        assertThat(created)
                .allMatch(instance ->
                        store.load(instance.id()).orElseThrow().instance().state() == InstanceState.FAILED);
    }

    @Test
    void saysHowEachLinkedServerIs() {
        given(InstanceState.RUNNING);

        sweeper.turn();
        time.passes(DEADLINES.silence());
        store.silence(ID);
        sweeper.turn();

        assertThat(seen).containsExactly(Liveness.SUSPECTED, Liveness.LOST);
    }

    @Test
    void saysHowLongNoTurnHasComeToItsEnd() {
        sweeper.turn();
        time.passes(Duration.ofSeconds(1));
        store.isAway(true);
        sweeper.turn();
        assertThat(lastTurn.age()).isEqualTo(Duration.ofSeconds(1));

        store.isAway(false);
        sweeper.turn();
        assertThat(lastTurn.age()).isZero();
    }

    @Test
    void judgesNobodyByWhatWasBeforeItsOwnStart() {
        given(InstanceState.RUNNING);
        store.silence(ID);

        sweeper.turn();

        assertThat(state()).isEqualTo(InstanceState.RUNNING);
    }

    private void given(InstanceState state) {
        store.create(InstanceExamples.in(state), Duration.ZERO, Duration.ZERO);
    }

    private InstanceState state() {
        return store.load(ID).orElseThrow().instance().state();
    }
}
