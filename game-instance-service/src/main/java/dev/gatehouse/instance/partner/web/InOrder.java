package dev.gatehouse.instance.partner.web;

import dev.gatehouse.model.partner.GameServerRequest;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Does one thing after the other, beside the thread that brings them. Safe to use from any thread.
final class InOrder {

    /// So many things wait at the same time, where they are small: more than the SDK asks at once, whose
    /// next request may come before the room of the one that was just answered is free.
    static final int MOST_WAITING = 320;

    /// So many wait where each is as long as any may be.
    static final int MOST_LONG_WAITING = 64;

    /// Characters that wait at most.
    private static final int ROOM = GameServerRequest.MAX_LENGTH * MOST_LONG_WAITING;

    /// What is shorter counts as so many characters.
    private static final int SMALL = ROOM / MOST_WAITING;

    private final Executor threads;
    private final Semaphore room = new Semaphore(ROOM);
    private final Queue<Runnable> waiting = new ArrayDeque<>(); // Guarded by itself, as is isBusy.
    private boolean isBusy;

    InOrder(Executor threads) {
        this.threads = threads;
    }

    /// Does not wait for room.
    ///
    /// @param length of what is to be done, in characters
    /// @return whether there is room for it; where there is none, nothing is done
    boolean next(int length, Runnable task) {
        int taken = Math.clamp(length, SMALL, GameServerRequest.MAX_LENGTH);
        if (!room.tryAcquire(taken)) {
            return false;
        }
        add(() -> {
            try {
                task.run();
            } finally {
                room.release(taken);
            }
        });
        return true;
    }

    /// As [#next], for what comes only once: it needs no room.
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
