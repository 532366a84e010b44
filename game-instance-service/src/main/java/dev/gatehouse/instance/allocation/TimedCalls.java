package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls code of others, and waits for no longer than it may take.
public interface TimedCalls {

    /// @throws TimeoutException when the time is over; the call is interrupted, and may go on nevertheless
    /// @throws Exception whatever the call throws
    <T> T call(Callable<T> call, Duration within) throws Exception;

    /// Each call on a thread of its own.
    static TimedCalls on(ExecutorService threads) {
        return new TimedCalls() {
            @Override
            public <T> T call(Callable<T> call, Duration within) throws Exception {
                var running = threads.submit(call);
                try {
                    return running.get(within.toMillis(), TimeUnit.MILLISECONDS);
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception thrown ? thrown : e;
                } finally {
                    running.cancel(true);
                }
            }
        };
    }
}
