package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.Renewal.Held;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.bench.PlayersBench;
import dev.gatehouse.session.player.state.JournalEntry;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.shard.Shard;
import dev.gatehouse.session.shard.ShardLimits;
import dev.gatehouse.session.snapshot.JournalGrowth.Extent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The local part of a lease, with a shard's real threads: whatever comes from however many of them, and however late
/// the answers of journal and registry are, what an owner shows is what one thread would have shown in the order in
/// which the shard took it, and nothing of it comes once the lease may have ended.
class LeaseRacesTest {

    private static final PlayerKey ALICE = PlayersBench.player("alice");
    private static final int PRODUCERS = 3;
    private static final int BURSTS = 100;
    private static final int BURST = 20;

    private final PlayersBench bench = new PlayersBench();
    private final PlayerWorld world = bench.world;
    private final PlayerState<Purse> state = PlayerState.start(Purse.MODEL, Purse.NEW, Instant.EPOCH);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final ExecutorService journal = Executors.newFixedThreadPool(2);
    private final Shard<Append, AppendResult> shard = new Shard<>(
            new ShardLimits(PRODUCERS * BURST + 1, 3, Duration.ofMillis(1)),
            this::write,
            thread,
            bench.time.executor());
    private final Lease lease = ((LeaseAnswer.Granted) bench.registry
                    .claim(ALICE, world.self(), "a", world.limits().leaseTtl(), null)
                    .toCompletableFuture()
                    .join())
            .lease();

    /// All of these are the shard's alone. The model: when the lease ends, and in what order it was asked to show.
    private long leaseUntil = world.now() + world.limits().leaseTtl().toNanos();

    private final PlayerOwner owner =
            new PlayerOwner(world, shard, new Loaded.Ready(lease, state, Extent.NONE, leaseUntil, List.of()));
    /// By how much longer than that the owner takes it. Nothing, but where a mistake is planted.
    private Duration mistaken = Duration.ZERO;

    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>();
    private final List<Integer> never = new ArrayList<>();
    private int late;
    private int waited;

    @AfterEach
    void stops() {
        thread.shutdownNow();
        journal.shutdownNow();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("F15: nothing is shown after the lease, and all of it in its order once that is renewed")
    void showsAllInItsOrderAndNothingWithoutTheLease(long seed) throws Exception {
        showsBursts(seed);

        System.out.printf(
                "F15 effects shown after their lease: %d of %d, %d of which had to wait for it%n",
                late, shown.size(), waited);
        assertThat(late).isZero();
        assertThat(shown).isEqualTo(asked);
        assertThat(never).isEmpty();
        assertThat(waited).isPositive();
    }

    @Test
    @DisplayName("an owner that never looks whether it still has its lease is found")
    void findsAnOwnerThatDoesNotLookAtItsLease() throws Exception {
        mistaken = Duration.ofDays(1);

        showsBursts(1);

        assertThat(late).isPositive();
    }

    private void showsBursts(long seed) throws InterruptedException {
        for (int burst = 0; burst < BURSTS; burst++) {
            runs(new Random(seed * BURSTS + burst));
            shard.answer(() -> renewed(world.now() + world.limits().leaseTtl().toNanos()));
            var all = new CountDownLatch(1);
            shard.answer(() -> owner.afterwards(all::countDown, () -> {}));
            assertThat(all.await(10, TimeUnit.SECONDS)).as("burst %d", burst).isTrue();
        }
        settles();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    @DisplayName("F15: where the lease is lost, each hears that once, and nothing is shown from there on")
    void tellsEachOnceWhereTheLeaseIsLost(long seed) throws Exception {
        try (var registry = Executors.newSingleThreadExecutor()) {
            registry.execute(() -> shard.answer(owner::fenced));
            runs(new Random(seed));
        }
        settles();

        assertThat(late).isZero();
        assertThat(shown).isEqualTo(asked.subList(0, shown.size()));
        assertThat(never).containsExactlyInAnyOrderElementsOf(asked.subList(shown.size(), asked.size()));
    }

    /// One burst of all producers, until the shard has taken all of it and every renewal is answered.
    private void runs(Random random) throws InterruptedException {
        try (var registry = Executors.newFixedThreadPool(2)) {
            try (var producers = Executors.newFixedThreadPool(PRODUCERS)) {
                for (int producer = 0; producer < PRODUCERS; producer++) {
                    var own = new Random(random.nextLong());
                    producers.execute(() -> IntStream.range(0, BURST).forEach(_ -> brings(own.nextInt(8), registry)));
                }
            }
            settles();
        }
        settles();
    }

    private void brings(int what, ExecutorService registry) {
        Runnable step = switch (what) {
            case 0, 1, 2 -> this::decides;
            case 3, 4 -> this::asks;
            case 5, 6 -> () -> bench.time.passes(Duration.ofSeconds(4));
            default -> () -> renews(registry);
        };
        if (!shard.offer(step)) {
            throw new AssertionError("refused, with " + shard.waiting() + " waiting");
        }
    }

    private void decides() {
        if (!owner.isLost() && !owner.isFull()) {
            owner.decide(state, new JournalEntry.Flushed(List.of(Op.ticks(1)), null, null));
        }
        asks();
    }

    private void asks() {
        int mine = asked.size();
        asked.add(mine);
        waited += holds() ? 0 : 1;
        owner.afterwards(() -> shows(mine), () -> never.add(mine));
    }

    private void shows(int which) {
        shown.add(which);
        late += holds() ? 0 : 1;
    }

    private boolean holds() {
        return world.now() < leaseUntil - world.limits().leaseMargin().toNanos();
    }

    /// The answer says until when by the time at which it was asked for.
    private void renews(ExecutorService registry) {
        long until = world.now() + world.limits().leaseTtl().toNanos();
        registry.execute(() -> shard.answer(() -> renewed(until)));
    }

    private void renewed(long until) {
        leaseUntil = until;
        var stored = owner.stored();
        owner.renewed(until + mistaken.toNanos(), new Held(lease, stored.written() + 1, stored.kept()), stored);
    }

    /// What was brought until now has had its turn.
    private void settles() throws InterruptedException {
        var done = new CountDownLatch(1);
        assertThat(shard.offer(done::countDown)).isTrue();
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private CompletionStage<List<AppendResult>> write(List<Append> appends) {
        var answer = new CompletableFuture<List<AppendResult>>();
        journal.execute(() -> answer.complete(appends.stream()
                .<AppendResult>map(append -> new AppendResult.Appended(
                        append.firstIndex() + append.entries().size(), 0))
                .toList()));
        return answer;
    }
}
