package dev.gatehouse.instance.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AllocationFaultsTest {

    @Test
    @DisplayName("F53: every reply of two providers lost once in turn: no server doubled, none leaked")
    void losesAndDoublesNothingWhicheverReplyIsLost() {
        int replies = playThrough(-1, -1);
        int lost = 0;
        for (int reply = 0; reply < replies; reply++) {
            playThrough(reply, -1);
            playThrough(-1, reply);
            playThrough(reply, reply);
            lost += 3;
        }

        assertThat(lost).isGreaterThan(15);
        System.out.printf("F53: %d times another reply lost: none doubled, none leaked%n", lost);
    }

    /// Three instances from creation to end, with a turn of the reconciler in between and two after.
    ///
    /// @return how many replies the busier of both hosts gave
    private static int playThrough(int lostOfOne, int lostOfOther) {
        var one = new FakeHost("one");
        var other = new FakeHost("other");
        var world = new AllocationWorld(one, other);
        one.limit(2);
        one.loseReply(lostOfOne);
        other.loseReply(lostOfOther);

        var allocated = List.of(world.allocate("a"), world.allocate("b"), world.allocate("c"));
        world.reconciler.turn();
        assertThat(allocated).extracting(InstanceRecord::state).containsOnly(InstanceState.ALLOCATED);
        assertThat(Stream.of(one, other).flatMap(host -> host.running().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        allocated.stream().map(AllocationWorld::serverOf).toList());
        for (InstanceRecord instance : allocated) {
            world.life.apply(instance.id(), new EndRequested("done"));
        }
        world.reconciler.turn();
        world.reconciler.turn();

        assertThat(one.running()).isEmpty();
        assertThat(other.running()).isEmpty();
        return Math.max(one.replies(), other.replies());
    }

    @Test
    @DisplayName("F10: a service dies after its provider's answer, before it is stored: taken back by its deadline")
    void takesBackWhatADeadServiceHadAskedFor() {
        var host = new FakeHost("host");
        var world = new AllocationWorld(host);
        host.plan(_ -> {
            throw new ServiceDied();
        });
        var created = world.create("key");
        try {
            world.allocator.allocate(world.life, created);
        } catch (ServiceDied e) {
            // Nothing that this service would have done now is done.
        }
        assertThat(host.running()).hasSize(1);
        assertThat(world.now(created.id()).state()).isEqualTo(InstanceState.ALLOCATING);

        var died = world.time.instant();
        while (!host.running().isEmpty()
                && Duration.between(died, world.time.instant()).toMinutes() < 5) {
            world.time.passes(Duration.ofSeconds(1));
            world.life.look(created.id(), true);
        }

        var took = Duration.between(died, world.time.instant());
        System.out.printf(
                "F10: a server nobody waits for: leaks = %d, taken back %d s after its service had died%n",
                host.running().size(), took.toSeconds());
        assertThat(world.now(created.id()).state()).isEqualTo(InstanceState.FAILED);
        assertThat(took).isEqualTo(InstanceExamples.DEADLINES.allocation());
    }

    @Test
    @DisplayName("F60: a provider fails half of the time and takes 10 s: it is rested, the other one gives the servers")
    void restsAProviderThatFlaps() {
        var flapping = new FakeHost("flapping");
        var steady = new FakeHost("steady");
        var world = new AllocationWorld(flapping, steady);
        flapping.plan(allocation -> {
            world.time.passes(Duration.ofSeconds(10));
            if (flapping.asked() % 2 == 0) {
                flapping.crash(allocation.serverId());
                throw new ProviderException("no answer");
            }
        });
        steady.plan(_ -> world.time.passes(Duration.ofMillis(100)));

        var waits = new ArrayList<Duration>();
        for (int i = 0; i < 1_000; i++) {
            var before = world.time.instant();
            assertThat(world.allocate("key-" + i).state()).isEqualTo(InstanceState.ALLOCATED);
            waits.add(Duration.between(before, world.time.instant()));
        }

        waits.sort(null);
        assertThat(waits.get(500)).isEqualTo(Duration.ofMillis(100));
        assertThat(flapping.asked()).isLessThan(60);
        System.out.printf(
                "F60: 1000 servers, %d of them asked of a flapping provider: p50 %d ms, p99 %d ms; rested = %b%n",
                flapping.asked(),
                waits.get(500).toMillis(),
                waits.get(990).toMillis(),
                world.metrics.isResting("flapping"));
    }

    @Test
    @DisplayName("F61: 500 instances at once want one of 10 servers: 10 get one, the others hear that there is none")
    void givesNoMoreThanThereIs() throws Exception {
        var host = new FakeHost("host");
        var world = new AllocationWorld(host);
        host.limit(10);

        var states = atOnce(IntStream.range(0, 500)
                .<Callable<InstanceRecord>>mapToObj(i -> () -> world.allocate("key-" + i))
                .toList());
        world.reconciler.turn();

        assertThat(states)
                .filteredOn(each -> each.state() == InstanceState.ALLOCATED)
                .hasSize(10);
        assertThat(states)
                .filteredOn(each -> each.state() == InstanceState.FAILED)
                .hasSize(490)
                .allSatisfy(each -> assertThat(each.history().getLast().why()).isEqualTo("no provider has a server"));
        assertThat(host.most()).isEqualTo(10);
        assertThat(host.running()).hasSize(10);
        System.out.printf("F61: 500 at once for 10 servers: overcommit = %d%n", host.most() - 10);
    }

    @Test
    @DisplayName("F61: 500 instances at once want a server of a host that is asked 200 times at once: all get one")
    void waitsWhereMoreAskAtOnceThanMay() throws Exception {
        var host = new FakeHost("host");
        var world = new AllocationWorld(host);
        var created = new CountDownLatch(500);
        host.plan(_ -> created.await());

        var states = atOnce(IntStream.range(0, 500)
                .<Callable<InstanceState>>mapToObj(i -> () -> {
                    var instance = world.create("key-" + i);
                    created.countDown();
                    return world.allocate(instance).state();
                })
                .toList());

        assertThat(states).hasSize(500).containsOnly(InstanceState.ALLOCATED);
        assertThat(host.running()).hasSize(500);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> each : threads.invokeAll(calls)) {
                results.add(each.get());
            }
            return results;
        }
    }

    private static final class ServiceDied extends Error {

        private static final long serialVersionUID = 1;
    }
}
