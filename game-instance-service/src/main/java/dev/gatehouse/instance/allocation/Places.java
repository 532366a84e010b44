package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Room for so many calls at once, whichever threads they are on, and for some who wait for it. Safe to use from
/// several threads.
final class Places {

    /// So many wait for each place at most: a crowd that is larger is better told at once.
    static final int WAITING_FOR_EACH = 10;

    private final int atOnce;
    private final Semaphore free;
    private final Semaphore waitingRoom;

    Places(int atOnce) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce, true);
        this.waitingRoom = new Semaphore((int) Math.min((long) atOnce * WAITING_FOR_EACH, Integer.MAX_VALUE));
    }

    /// Whoever waits has a place before whoever comes later. Blocks.
    ///
    /// @param patience how long a place is waited for; zero for not at all
    /// @throws CrowdedException where there is none, or too many wait
    /// @throws InterruptedException where the caller is interrupted, which then has no place
    Place take(Duration patience) throws CrowdedException, InterruptedException {
        // With a time, even one of zero, nobody is overtaken.
        if (free.tryAcquire(0, TimeUnit.NANOSECONDS) || waits(patience)) {
            return new Place();
        }
        throw new CrowdedException(atOnce);
    }

    private boolean waits(Duration patience) throws InterruptedException {
        if (!waitingRoom.tryAcquire()) {
            return false;
        }
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            waitingRoom.release();
        }
    }

    /// One call's. It is given back once: when the call is over, or where the call has never begun when whoever wanted
    /// it leaves.
    final class Place implements AutoCloseable {

        /// Set by whoever is first: the call, which begins, or who wanted it, who leaves.
        private final AtomicBoolean isDecided = new AtomicBoolean();

        /// A call keeps its place until it is really over, however long ago its caller has given up. One that is given
        /// up before it has begun does nothing.
        <T> Callable<T> keptBy(Callable<T> call) {
            return () -> {
                if (!isDecided.compareAndSet(false, true)) {
                    throw new CancellationException("given up before it has begun");
                }
                try {
                    return call.call();
                } finally {
                    free.release();
                }
            };
        }

        @Override
        public void close() {
            if (isDecided.compareAndSet(false, true)) {
                free.release();
            }
        }
    }

    /// Too many calls are under way. Says nothing about the provider's answers.
    static final class CrowdedException extends Exception {

        private static final long serialVersionUID = 1;

        private CrowdedException(int atOnce) {
            super("calls under way: " + atOnce + " (expected: fewer)");
        }
    }
}
