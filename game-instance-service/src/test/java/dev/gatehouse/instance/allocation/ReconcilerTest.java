package dev.gatehouse.instance.allocation;

import static dev.gatehouse.instance.allocation.AllocationWorld.serverOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.LifeEvent.StartFailed;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

    private final FakeHost host = new FakeHost("host");
    private final AllocationWorld world = new AllocationWorld(host);

    @Test
    void knowsWhoseAServerIs() {
        var mine = new RunningServer(InstanceExamples.SERVER, InstanceExamples.ID, "host-1");
        var strange = new RunningServer(new ServerId("gs-2"), InstanceExamples.ID, "host-2");
        var running = InstanceExamples.in(InstanceState.RUNNING);
        var ended = InstanceExamples.in(InstanceState.ENDED);
        var failed = InstanceExamples.in(InstanceState.FAILED);

        assertThat(Verdict.of(mine, Optional.of(running))).isEqualTo(Verdict.NEEDED);
        assertThat(Verdict.of(mine, Optional.of(ended))).isEqualTo(Verdict.NEEDED);
        assertThat(Verdict.of(mine, Optional.of(ended.asReleased()))).isEqualTo(Verdict.LEFT_BEHIND);
        assertThat(Verdict.of(mine, Optional.of(failed.asReleased()))).isEqualTo(Verdict.NEVER_LINKED);
        assertThat(Verdict.of(mine, Optional.empty())).isEqualTo(Verdict.LEFT_BEHIND);
        assertThat(Verdict.of(mine, Optional.of(InstanceExamples.created()))).isEqualTo(Verdict.LEFT_BEHIND);
        assertThat(Verdict.of(strange, Optional.of(running))).isEqualTo(Verdict.ALLOCATED_TWICE);
    }

    @Test
    void takesBackWhatIsNobodys() {
        var kept = world.allocate("key");
        host.start(new ServerId("gs-lost"), new InstanceId("gi-unknown"));

        world.reconciler.turn();

        assertThat(host.running()).containsExactly(serverOf(kept));
        assertThat(world.metrics.reclaimed()).containsExactly(Verdict.LEFT_BEHIND);
    }

    @Test
    void takesBackWhatIsNobodysBesideAnInstanceThatCannotBeRead() {
        var unreadable = new InstanceId("gi-unreadable");
        world.store.holdUnreadable(unreadable);
        host.start(new ServerId("gs-unreadable"), unreadable);
        host.start(new ServerId("gs-lost"), new InstanceId("gi-unknown"));

        world.reconciler.turn();

        assertThat(host.running()).containsExactly(new ServerId("gs-unreadable"));
    }

    @Test
    void comparesTheOthersWhereOneProviderDoesNotAnswer() {
        var silent = new FakeHost("silent");
        silent.loseReply(0);
        var both = new AllocationWorld(silent, host);
        host.start(new ServerId("gs-lost"), new InstanceId("gi-unknown"));

        both.reconciler.turn();

        assertThat(host.running()).isEmpty();
    }

    @Test
    void comparesTheOthersWhereOneServerCannotBeGivenBack() {
        var vanished = world.allocate("key");
        world.reconciler.turn();
        world.store.silence(vanished.id());
        host.crash(serverOf(vanished));
        world.reconciler.turn();
        host.start(new ServerId("gs-stuck"), new InstanceId("gi-unknown"));
        host.start(new ServerId("gs-lost"), new InstanceId("gi-unknown"));
        host.loseReply(host.replies() + 1); // The list comes before.

        world.reconciler.turn();

        assertThat(host.running()).isEmpty();
        assertThat(world.metrics.reclaimed()).containsExactly(Verdict.LEFT_BEHIND);
        assertThat(world.now(vanished.id()).state()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    @DisplayName(
            "F56: a server that dies before it links, and nobody says so: its instance fails once two lists leave it out")
    void losesAServerThatIsGoneWithoutAWord() {
        var allocated = world.allocate("key");
        world.store.silence(allocated.id());
        world.reconciler.turn();

        host.crash(serverOf(allocated));
        world.reconciler.turn();
        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.ALLOCATED);
        world.reconciler.turn();

        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.TERMINATED);
        assertThat(world.metrics.timesVanished()).isEqualTo(1);
        System.out.printf("F56: a server that died unseen: found at the second turn, 60 s at most by default%n");
    }

    @Test
    void takesBackAServerThatNeverLinkedAndCouldNotBeGivenBackAtOnce() {
        var allocated = world.allocate("key");
        host.beforeReturns(() -> {
            throw new ProviderException("as the test says");
        });
        world.life.apply(allocated.id(), new StartFailed("it did not link in time"));
        assertThat(host.running()).containsExactly(serverOf(allocated));

        host.beforeReturns(() -> {});
        world.reconciler.turn();

        assertThat(host.running()).isEmpty();
        assertThat(world.metrics.reclaimed()).containsExactly(Verdict.NEVER_LINKED);
    }

    @Test
    @DisplayName("a list that leaves a server out, as one that is read too soon may, ends no game")
    void keepsAServerThatOneListLeavesOut() {
        var allocated = world.allocate("key");
        world.store.silence(allocated.id());
        world.reconciler.turn();

        for (int i = 0; i < 3; i++) {
            host.crash(serverOf(allocated));
            world.reconciler.turn();
            host.start(serverOf(allocated), allocated.id());
            world.reconciler.turn();
        }

        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.ALLOCATED);
        assertThat(world.metrics.timesVanished()).isZero();
    }

    @Test
    void believesAServerThatIsHeardMoreThanItsProvider() {
        var allocated = world.allocate("key");
        world.reconciler.turn();

        host.crash(serverOf(allocated));
        world.reconciler.turn();
        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.ALLOCATED);
        world.store.silence(allocated.id());
        world.reconciler.turn();
        world.reconciler.turn();

        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    @DisplayName("a store that was away ends no game, however often its index has lapsed: nobody could be heard")
    void losesNobodyByTheSilenceOfTheStore() {
        var allocated = world.allocate("key");
        world.reconciler.turn();
        host.crash(serverOf(allocated));
        world.store.silence(allocated.id());

        world.hearing.storeIsAway();
        world.reconciler.turn();
        world.hearing.storeAnswered();
        world.reconciler.turn();
        world.reconciler.turn();
        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.ALLOCATED);

        world.time.passes(InstanceExamples.DEADLINES.silence());
        world.reconciler.turn();
        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.ALLOCATED);
        world.reconciler.turn();
        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.TERMINATED);
    }

    @Test
    @DisplayName("a provider that lists its servers and never takes one back: the others are compared, and so is it")
    void holdsUpNothingByAProviderThatTakesNothingBack() throws Exception {
        var hanging = new FakeHost("hanging");
        var both = new AllocationWorld(hanging, host);
        var goOn = new CountDownLatch(1);
        var begun = new AtomicInteger();
        hanging.beforeReturns(() -> {
            begun.incrementAndGet();
            awaitFully(goOn);
        });
        for (int i = 0; i < 10; i++) {
            hanging.start(new ServerId("gs-stuck-" + i), new InstanceId("gi-unknown"));
        }
        host.start(new ServerId("gs-lost"), new InstanceId("gi-unknown"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reconciler = both.reconcilerOn(threads);
            both.time.passes(Duration.ofSeconds(30));
            reconciler.turn();
            await().until(() -> host.running().isEmpty() && begun.get() == 10);
            await().until(() -> both.metrics.ageOf("hanging").isZero());

            both.time.passes(Duration.ofSeconds(10));
            reconciler.turn();
            await().until(() -> both.metrics.ageOf("hanging").isZero());
            assertThat(begun).hasValue(10);

            goOn.countDown();
        }
        assertThat(hanging.running()).isEmpty();
        assertThat(both.metrics.reclaimed()).hasSize(11).containsOnly(Verdict.LEFT_BEHIND);
    }

    @Test
    void givesBackNoMoreThanAFewAtOnce() throws Exception {
        var goOn = new CountDownLatch(1);
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        host.beforeReturns(() -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            awaitFully(goOn);
            atOnce.decrementAndGet();
        });
        var narrow = new AllocationWorld(AllocationWorld.atOnce(20), Map.of(), List.of(host));
        for (int i = 0; i < 5; i++) {
            host.start(new ServerId("gs-lost-" + i), new InstanceId("gi-unknown"));
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            narrow.reconcilerOn(threads).turn();
            await().until(() -> most.get() == 2);
            goOn.countDown();
        }

        assertThat(host.running()).isEmpty();
        assertThat(most).hasValue(2);
    }

    @Test
    void keepsAServerThatIsAnInstancesByTheTimeItsTurnComes() {
        var begun = new ArrayList<Runnable>();
        var allocated = world.allocate("key");
        world.store.forget(allocated.id());
        world.reconcilerOn(begun::add).turn();
        begun.removeFirst().run();
        assertThat(begun).hasSize(1);

        world.store.create(allocated, Duration.ZERO, Duration.ZERO);
        begun.removeFirst().run();

        assertThat(host.running()).hasSize(1);
        assertThat(world.metrics.reclaimed()).isEmpty();
    }

    @Test
    void doesNotBeginATurnOfAProviderThatIsInOne() {
        var begun = new ArrayList<Runnable>();
        var reconciler = world.reconcilerOn(begun::add);

        reconciler.turn();
        reconciler.turn();
        assertThat(begun).hasSize(1);

        begun.getFirst().run();
        reconciler.turn();
        assertThat(begun).hasSize(2);
    }

    @Test
    void saysHowLongAProviderHasNotBeenCompared() {
        world.time.passes(Duration.ofSeconds(30));
        world.reconciler.turn();
        assertThat(world.metrics.ageOf("host")).isZero();

        world.time.passes(Duration.ofSeconds(30));
        host.loseReply(host.replies());
        world.reconciler.turn();
        assertThat(world.metrics.ageOf("host")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    @DisplayName("a service that asks an empty or a wrong registry takes back few at once, and most only after minutes")
    void doubtsARegistryThatKnowsNothingOfMostServers() {
        for (int i = 0; i < 11; i++) {
            host.start(new ServerId("gs-" + i), new InstanceId("gi-" + i));
        }
        for (int turn = 1; turn < Comparison.TURNS_OF_DOUBT; turn++) {
            world.reconciler.turn();
        }
        assertThat(host.running()).hasSize(11);
        assertThat(world.metrics.doubted())
                .hasSize(Comparison.TURNS_OF_DOUBT - 1)
                .containsOnly("host");

        world.reconciler.turn();

        assertThat(host.running()).isEmpty();
    }

    @Test
    void doubtsNoRegistryThatKnowsMostServers() {
        for (int i = 0; i < 11; i++) {
            world.allocate("key-" + i);
            host.start(new ServerId("gs-left-" + i), new InstanceId("gi-left-" + i));
        }

        world.reconciler.turn();

        assertThat(host.running()).hasSize(11);
        assertThat(world.metrics.doubted()).isEmpty();
    }

    @Test
    void looksForTheOthersBesideAnInstanceThatCannotBeRead() {
        var unreadable = new InstanceId("gi-unreadable");
        world.store.holdUnreadable(unreadable);
        var allocated = world.allocate("key");
        world.store.silence(allocated.id());
        host.start(new ServerId("gs-unreadable"), unreadable);
        world.reconciler.turn();

        host.crash(new ServerId("gs-unreadable"));
        host.crash(serverOf(allocated));
        world.reconciler.turn();
        world.reconciler.turn();

        assertThat(world.now(allocated.id()).state()).isEqualTo(InstanceState.TERMINATED);
    }

    private static void awaitFully(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
