package dev.gatehouse.simulation.time;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Threads of a process. Each task has its turn a moment after it came: after those before it where there is
/// one thread, in any order where there are many.
final class TaskThreads extends AbstractExecutorService {

    private final Life life;
    private final boolean inOrder;
    private long last;
    private boolean shutdown;

    TaskThreads(Life life, boolean inOrder) {
        this.life = life;
        this.inOrder = inOrder;
    }

    @Override
    public void execute(Runnable task) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        long turn = life.now() + life.turn();
        last = Math.max(turn, last);
        life.at(inOrder ? last : turn, task);
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutdown;
    }
}
