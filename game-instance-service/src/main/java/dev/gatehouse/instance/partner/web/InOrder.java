package dev.gatehouse.instance.partner.web;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Does one thing after the other, beside the thread that brings them. Safe to use from any thread.
final class InOrder {

    /// So many wait; whoever brings one more waits as well.
    static final int MOST_WAITING = 64;

    private final Executor threads;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Queue<Runnable> waiting = new ArrayDeque<>(); // Guarded by itself, as is isBusy.
    private boolean isBusy;

    InOrder(Executor threads) {
        this.threads = threads;
    }

    /// Blocks while too many wait.
    void next(Runnable task) {
        room.acquireUninterruptibly();
        add(() -> {
            try {
                task.run();
            } finally {
                room.release();
            }
        });
    }

    /// As [#next], for what comes only once: it does not wait for room.
    void last(Runnable task) {
        add(task);
    }

    private void add(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (isBusy) {
                return;
            }
            isBusy = true;
        }
        threads.execute(this::work);
    }

    private void work() {
        for (var task = poll(); task != null; task = poll()) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // The others are done all the same, on a thread that has not failed.
                threads.execute(this::work);
                throw e;
            }
        }
    }

    private @Nullable Runnable poll() {
        synchronized (waiting) {
            var task = waiting.poll();
            isBusy = task != null;
            return task;
        }
    }
}
