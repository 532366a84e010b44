package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Deadline;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.client.guest.GuestRefusedException;
import dev.gatehouse.client.transport.Transport;
import dev.gatehouse.model.error.ConnectionError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Lets all guests play at once and collects their trips.
final class Swarm {

    /// So many accounts are made at once, whatever the size of the swarm: they are not what is measured.
    private static final int ACCOUNTS_AT_ONCE = 32;

    private static final int NOT_READY = ConnectionError.CLUSTER_NOT_READY_UNHANDLED.code();
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(1);

    private final Transport transport;
    private final RandomGenerator random;
    private final Guests guests;
    private final LongSupplier nanoTime;

    /// @param transport of all clients
    /// @param random of all clients, safe to use from any thread
    /// @param nanoTime monotonic
    Swarm(Transport transport, RandomGenerator random, Guests guests, LongSupplier nanoTime) {
        this.transport = transport;
        this.random = random;
        this.guests = guests;
        this.nanoTime = nanoTime;
    }

    /// Blocks until all is done, or the plan's time is over.
    SwarmReport run(SwarmPlan plan) throws InterruptedException {
        var victim = plan.victim();
        var deadline = Deadline.in(plan.within(), nanoTime);
        if (victim == null) {
            return play(plan, deadline, Blow.NONE, _ -> Optional.empty());
        }
        return switch (victim.ending()) {
            case KILL, DRAIN -> play(plan, deadline, blow(plan, victim::end), _ -> Optional.empty());
            case HAND_OVER -> succeed(plan, deadline, victim, Objects.requireNonNull(victim.management()));
            case PAUSE_REDIS -> besiege(plan, deadline, victim);
            case PAUSE_NODE -> outlive(plan, deadline, victim, Objects.requireNonNull(victim.management()));
        };
    }

    private SwarmReport succeed(SwarmPlan plan, Deadline deadline, Victim victim, URI management)
            throws InterruptedException {
        try (var metrics = new NodeMetrics(management)) {
            var handOver = new HandOver(victim, metrics);
            return play(plan, deadline, blow(plan, handOver::begin), _ -> handOver.report());
        }
    }

    private SwarmReport besiege(SwarmPlan plan, Deadline deadline, Victim victim) throws InterruptedException {
        try (var client = GatehouseClient.create(new SocketDiary(transport), nanoTime, random)) {
            var siege = new Siege(victim, client, deadline);
            siege.prepare(() -> account(deadline));
            return play(plan, deadline, blow(plan, siege::begin), _ -> siege.report());
        } catch (GuestRefusedException e) {
            throw new IllegalStateException("no accounts for newcomers", e);
        }
    }

    private SwarmReport outlive(SwarmPlan plan, Deadline deadline, Victim victim, URI management)
            throws InterruptedException {
        try (var metrics = new NodeMetrics(management)) {
            var fencing = new Fencing(victim, metrics, deadline);
            fencing.prepare();
            return play(plan, deadline, blow(plan, fencing::begin), fencing::report);
        }
    }

    private SwarmReport play(SwarmPlan plan, Deadline deadline, Blow blow, Observation.Source observed)
            throws InterruptedException {
        long begun = nanoTime.getAsLong();
        var turns = new Semaphore(ACCOUNTS_AT_ONCE);
        Guests inTurn = () -> {
            turns.acquireUninterruptibly();
            try {
                return account(deadline);
            } finally {
                turns.release();
            }
        };
        Callable<Trip> trip = () -> trip(plan.load(), blow, deadline, inTurn);
        var trips = new ArrayList<Trip>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Trip>>();
            for (int i = 0; i < plan.clients(); i++) {
                running.add(threads.submit(trip));
            }
            for (var one : running) {
                trips.add(tripOf(one));
            }
        }
        var took = Duration.ofNanos(nanoTime.getAsLong() - begun);
        return new SwarmReport(plan, trips, took, blow.awaitGone(deadline), observed.report(trips));
    }

    /// A client of its own, as each guest has at home: so that it is known whose sockets are whose.
    private Trip trip(Load load, Blow blow, Deadline deadline, Guests inTurn) throws InterruptedException {
        var sockets = new SocketDiary(transport);
        try (var client = GatehouseClient.create(sockets, nanoTime, random)) {
            return new Digger(client, sockets, load, blow, deadline).play(inTurn);
        }
    }

    /// Servers that are not ready, or too busy to answer, are asked again: how many accounts they make in a
    /// second is not what is measured.
    private ClientSettings account(Deadline deadline) throws GuestRefusedException {
        while (true) {
            try {
                return guests.newcomer();
            } catch (GuestRefusedException e) {
                if (e.code().orElse(NOT_READY) != NOT_READY || deadline.hasPassed()) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_REQUESTS.toNanos());
            }
        }
    }

    private Blow blow(SwarmPlan plan, Supplier<? extends CompletionStage<?>> strike) {
        long half = Math.ceilDiv((long) plan.clients() * plan.load().allFlushes(), 2L);
        return new Blow(plan.clients(), half, strike, nanoTime);
    }

    private Trip tripOf(Future<Trip> running) throws InterruptedException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            return new Notebook(Blow.NONE, nanoTime).close("the swarm itself failed: " + e.getCause());
        }
    }
}
