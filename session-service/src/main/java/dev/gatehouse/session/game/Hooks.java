package dev.gatehouse.session.game;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.GameFailure;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls the games' code, which may block, throw or never return, on threads of its own. A call that is too late
/// is interrupted and forgotten.
public final class Hooks {

    private final ExecutorService threads;
    private final ScheduledExecutorService timers;
    private final Semaphore places;
    private final LoggableFailures failures;

    /// @param threads as many as there are calls, such as virtual ones
    /// @param calls that may run at once
    public Hooks(ExecutorService threads, ScheduledExecutorService timers, int calls, LoggableFailures failures) {
        this.threads = threads;
        this.failures = failures;
        this.timers = timers;
        this.places = new Semaphore(calls);
    }

    /// @return exceptionally if the hook threw, was too late, or too many run already; what it threw is as it may
    ///     stand in a log
    public <T> CompletableFuture<T> call(GameId game, Callable<T> hook, Duration timeout) {
        var answer = new CompletableFuture<T>();
        if (!places.tryAcquire()) {
            answer.completeExceptionally(new IllegalStateException("too many hooks run already"));
            return answer;
        }
        var running = threads.submit(() -> run(game, hook, answer));
        var timer = timers.schedule(
                () -> {
                    if (answer.completeExceptionally(new TimeoutException("no answer within " + timeout))) {
                        running.cancel(true);
                    }
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        return answer.whenComplete((_, _) -> timer.cancel(false));
    }

    private <T> void run(GameId game, Callable<T> hook, CompletableFuture<T> answer) {
        try {
            answer.complete(hook.call());
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            answer.completeExceptionally(failures.of(game, e));
        } finally {
            places.release();
        }
    }
}
