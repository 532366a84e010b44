package dev.gatehouse.instance.allocation;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// Room for so many calls at once, whichever threads they are on. Safe to use from several threads.
final class Places {

    private final int atOnce;
    private final Semaphore free;

    Places(int atOnce) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /// @throws CrowdedException where all are taken
    Place take() throws CrowdedException {
        if (!free.tryAcquire()) {
            throw new CrowdedException(atOnce);
        }
        return new Place();
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
