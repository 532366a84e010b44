package dev.gatehouse.providerkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Carries requests and replies within a process, and breaks as it is told.
final class MemoryLine implements TestHost.Line {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private int requests; // Guarded by the lock, as is all below.
    private int lost = -1;
    private boolean held;

    /// A request that is held does not reach the host before the line goes on.
    ///
    /// @throws TimeoutException if the reply is not there in time, or is lost
    <T> T carry(Duration within, Supplier<T> what) throws InterruptedException, TimeoutException {
        int number = begin(within.toNanos());
        T reply = what.get();
        if (isLost(number)) {
            throw new TimeoutException("no reply");
        }
        return reply;
    }

    private int begin(long nanos) throws InterruptedException, TimeoutException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (held) {
                if (left <= 0) {
                    throw new TimeoutException("no reply within " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
                }
                left = change.awaitNanos(left);
            }
            return requests++;
        } finally {
            lock.unlock();
        }
    }

    private boolean isLost(int number) {
        lock.lock();
        try {
            return number == lost;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int requests() {
        lock.lock();
        try {
            return requests;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void loseReplyTo(int request) {
        lock.lock();
        try {
            lost = request;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void hold() {
        set(true);
    }

    @Override
    public void goOn() {
        set(false);
    }

    private void set(boolean hold) {
        lock.lock();
        try {
            held = hold;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
