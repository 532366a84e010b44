package dev.gatehouse.instance.allocation;

import static dev.gatehouse.instance.allocation.AllocationWorld.serverOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.ServerLinked;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AllocatorTest {

    private final FakeHost one = new FakeHost("one");
    private final FakeHost other = new FakeHost("other");
    private final AllocationWorld world = new AllocationWorld(one, other);

    @Test
    @DisplayName("3.4 (2): tokens are minted when the provider asks, and not before")
    void mintsTokensOnlyWhenTheProviderAsks() {
        var pairs = new ArrayList<Pair>();
        one.plan(allocation -> {
            world.time.passes(Duration.ofSeconds(5));
            pairs.add(world.pairOf(allocation.environment().get()));
        });

        var allocated = world.allocate("key");

        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.issuedAt()).isEqualTo(InstanceExamples.NOW.plusSeconds(5));
            assertThat(Objects.requireNonNull(allocated.server()).holds(pair.ids()))
                    .isTrue();
        });
    }

    @Test
    void leavesTheServerOfAnEarlierProviderWithoutGoodTokens() {
        var pairs = new ArrayList<Pair>();
        one.plan(allocation -> {
            pairs.add(world.pairOf(allocation.environment().get()));
            one.crash(allocation.serverId());
            throw new ProviderException("no answer");
        });
        other.plan(allocation -> pairs.add(world.pairOf(allocation.environment().get())));

        var server = Objects.requireNonNull(world.allocate("key").server());

        assertThat(pairs).extracting(pair -> server.holds(pair.ids())).containsExactly(false, true);
    }

    @Test
    void asksTheNextProviderWhereTheFirstHasNoServer() {
        one.limit(0);

        var allocated = world.allocate("key");

        assertThat(allocated.state()).isEqualTo(InstanceState.ALLOCATED);
        assertThat(other.running()).containsExactly(serverOf(allocated));
        assertThat(world.metrics.answers()).containsExactly("one NO_SERVER", "other GIVEN");
    }

    @Test
    void asksTheNextProviderFirstWhereTooManyCallsAreUnderWay() throws Exception {
        var narrow = new AllocationWorld(AllocationWorld.oneAtOnce(), Map.of(), List.of(one, other));
        var goOn = new CountDownLatch(1);
        var first = startedInside(narrow, goOn);

        var second = narrow.allocate("second");

        assertThat(other.running()).containsExactly(serverOf(second));
        goOn.countDown();
        first.join();
        assertThat(one.asked()).isEqualTo(1);
    }

    @Test
    void waitsForAProviderThatTooManyAskWhereTheOthersHaveNoServer() throws Exception {
        var narrow = new AllocationWorld(AllocationWorld.oneAtOnce(), Map.of(), List.of(one, other));
        other.limit(0);
        var goOn = new CountDownLatch(1);
        var first = startedInside(narrow, goOn);

        var second = Thread.ofVirtual().start(() -> narrow.allocate("second"));
        await().until(() -> narrow.metrics.answers().equals(List.of("one CROWDED", "other NO_SERVER")));
        goOn.countDown();
        second.join();
        first.join();

        assertThat(one.running()).hasSize(2);
        assertThat(narrow.metrics.answers())
                .containsExactlyInAnyOrder("one CROWDED", "other NO_SERVER", "one GIVEN", "one GIVEN");
    }

    @Test
    void givesAServerBackToWhoeverGaveItAndAsksNobodyElse() {
        one.limit(0);
        var allocated = world.allocate("key");

        world.life.apply(allocated.id(), new EndRequested("done"));

        assertThat(other.running()).isEmpty();
        assertThat(other.returns()).isEqualTo(1);
        assertThat(one.returns()).isZero();
    }

    @Test
    @DisplayName("who gave the server of an instance is not known, as in those of an older version: all are asked")
    void asksAllWhereNobodyKnowsWhoGaveTheServer() {
        var created = world.create("key");
        other.start(serverOf(created), created.id());

        world.life.apply(created.id(), new EndRequested("done"));

        assertThat(other.running()).isEmpty();
        assertThat(one.returns()).isEqualTo(1);
    }

    @Test
    void failsWhereNoProviderHasAServer() {
        one.limit(0);
        other.limit(0);

        var failed = world.allocate("key");

        assertThat(failed.state()).isEqualTo(InstanceState.FAILED);
        assertThat(failed.history().getLast().why()).isEqualTo("no provider has a server");
    }

    @Test
    void asksTheProvidersOfItsZone() {
        var zoned = new AllocationWorld(Map.of("eu-west", List.of("other", "one")), List.of(one, other));

        zoned.allocate(zoned.create("west", "eu-west"));
        zoned.allocate(zoned.create("elsewhere", "us-east"));

        assertThat(zoned.metrics.answers()).containsExactly("other GIVEN", "one GIVEN");
    }

    @Test
    void findsAServerWhoseReplyWasLost() {
        one.loseReply(0);

        var allocated = world.allocate("key");

        assertThat(allocated.state()).isEqualTo(InstanceState.ALLOCATED);
        assertThat(one.running()).containsExactly(serverOf(allocated));
        assertThat(other.asked()).isZero();
    }

    @Test
    @DisplayName("F53: a provider that comes too late with its server: one is kept, the other taken back")
    void keepsOneServerWhereAProviderComesTooLate() {
        // Started, but not to be seen until the next provider has been asked.
        one.plan(allocation -> {
            world.time.passes(Duration.ofSeconds(21));
            one.crash(allocation.serverId());
            other.plan(_ -> one.start(allocation.serverId(), allocation.instanceId()));
        });

        var allocated = world.allocate("key");
        assertThat(one.running()).hasSize(1);
        world.reconciler.turn();

        assertThat(other.running()).containsExactly(serverOf(allocated));
        assertThat(one.running()).isEmpty();
        assertThat(world.metrics.reclaimed()).containsExactly(Verdict.ALLOCATED_TWICE);
        System.out.printf(
                "F53: a server that came too late: doubles = 0, leaks = 0 after one turn of the reconciler%n");
    }

    @Test
    void keepsAServerThatLinksWhileItsProviderIsSilent() {
        one.plan(allocation -> {
            world.life.apply(allocation.instanceId(), new ServerLinked(InstanceExamples.ADDRESS));
            world.time.passes(Duration.ofSeconds(21));
        });
        // Neither this one nor the one about what is there.
        one.loseReply(1);

        var linked = world.allocate("key");

        assertThat(linked.state()).isEqualTo(InstanceState.LINKED);
        assertThat(one.running()).containsExactly(serverOf(linked));
        assertThat(other.asked()).isZero();
    }

    @Test
    void keepsAServerWhoseInstanceOthersChangeAllTheTime() {
        one.plan(_ -> world.store.letOthersBeQuicker(10));

        var changed = world.allocate("key");

        assertThat(changed.state()).isEqualTo(InstanceState.ALLOCATING);
        assertThat(one.running()).containsExactly(serverOf(changed));
        assertThat(world.life.apply(changed.id(), new ServerLinked(InstanceExamples.ADDRESS)))
                .isInstanceOf(Done.class);
    }

    @Test
    void asksNobodyOnceTheTimeIsOver() {
        one.plan(_ -> {
            world.time.passes(Duration.ofSeconds(61));
            throw new ProviderException("no answer");
        });

        var failed = world.allocate("key");

        assertThat(failed.state()).isEqualTo(InstanceState.FAILED);
        assertThat(failed.history().getLast().why()).isEqualTo("no server within PT1M");
        assertThat(other.asked()).isZero();
        assertThat(one.running()).isEmpty();
    }

    @Test
    void looksForNothingWithLessThanAMillisecondLeft() {
        one.plan(_ -> {
            world.time.passes(InstanceExamples.DEADLINES.allocation().minusNanos(500_000));
            throw new ProviderException("no answer");
        });

        var failed = world.allocate("key");

        assertThat(failed.history().getLast().why()).isEqualTo("no server within PT1M");
        assertThat(one.looks()).isZero();
        assertThat(one.running()).isEmpty();
        assertThat(other.asked()).isZero();
    }

    @Test
    void takesAServerBackWhoseProviderBreaks() {
        one.plan(_ -> {
            one.limit(0);
            throw new IllegalStateException("broken");
        });
        one.loseReply(0);
        other.limit(0);

        var failed = world.allocate("key");

        assertThat(failed.state()).isEqualTo(InstanceState.FAILED);
        assertThat(one.running()).isEmpty();
    }

    @Test
    void takesAServerBackThatComesAfterTheEnd() {
        one.plan(allocation -> {
            world.time.passes(Duration.ofDays(1));
            world.life.look(allocation.instanceId(), true);
        });

        var expired = world.allocate("key");

        assertThat(expired.state()).isEqualTo(InstanceState.EXPIRED);
        assertThat(one.running()).isEmpty();
        assertThat(other.asked()).isZero();
    }

    @Test
    void mintsNoTokensForAnInstanceThatIsOver() {
        one.plan(allocation -> {
            world.time.passes(Duration.ofSeconds(60));
            world.life.look(allocation.instanceId(), true);
            var _ = allocation.environment().get();
        });

        var failed = world.allocate("key");

        assertThat(failed.state()).isEqualTo(InstanceState.FAILED);
        assertThat(one.running()).isEmpty();
    }

    @Test
    @DisplayName("F54: a host that gives one server twice: the second instance goes elsewhere, the first keeps it")
    void refusesAServerThatAnotherInstanceHas() {
        one.callEveryServer("pod-7");

        var first = world.allocate("first");
        var second = world.allocate("second");
        world.reconciler.turn();

        assertThat(one.running()).contains(serverOf(first));
        assertThat(other.running()).containsExactly(serverOf(second));
        assertThat(world.metrics.answers()).contains("one GIVEN_TWICE");
        System.out.printf("F54: one server given to two instances: doubles = 0%n");
    }

    @Test
    void doesNotTakeBackWhatAnotherInstancePlaysOn() {
        one.callEveryServer("pod-7");
        other.limit(0);

        var first = world.allocate("first");
        var second = world.allocate("second");
        var shared = one.running();
        world.reconciler.turn();

        assertThat(second.state()).isEqualTo(InstanceState.FAILED);
        assertThat(shared).contains(serverOf(first));
        assertThat(one.running()).isEqualTo(shared);
    }

    /// An allocation that is under way at the first provider until it may go on.
    private Thread startedInside(AllocationWorld narrow, CountDownLatch goOn) throws InterruptedException {
        var inside = new CountDownLatch(1);
        one.plan(_ -> {
            inside.countDown();
            goOn.await();
        });
        var allocation = Thread.ofVirtual().start(() -> narrow.allocate("first"));
        inside.await();
        return allocation;
    }
}
