package dev.gatehouse.registry.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Gives up on what Redis does not answer in time. Nearly all of it is answered, and nearly all of it may take equally
/// long: then a deadline wakes nobody, as those of [CompletableFuture#orTimeout] do. Safe for use by several threads.
final class Deadlines implements AutoCloseable {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1,
            Thread.ofPlatform().daemon().name("registry-deadlines").factory(),
            // Once closed: the line is as well, and answers everything at once.
            new ThreadPoolExecutor.DiscardPolicy());

    Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /// Fails a future with [TimeoutException] if it is not done by then.
    ///
    /// A future that times out is done, and the client does not send a command that is done: nothing that was
    /// given up on takes effect after a long disconnection, unless it was on its way already.
    void bound(CompletableFuture<?> future, Duration timeout) {
        if (!future.isDone()) {
            var alarm = timer.schedule(
                    () -> future.completeExceptionally(new TimeoutException()),
                    timeout.toMillis(),
                    TimeUnit.MILLISECONDS);
            var _ = future.whenComplete((_, _) -> alarm.cancel(false));
        }
    }

    /// How many are not done yet: nothing is kept of those that are.
    int waiting() {
        return timer.getQueue().size();
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
