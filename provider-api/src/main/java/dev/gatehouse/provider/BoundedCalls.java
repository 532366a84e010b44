package dev.gatehouse.provider;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// Waits for a host's client library for no longer than a call may take, and no longer than its caller wants to wait,
/// whatever the library does. Each call has a thread of its own. Safe to use from several threads.
public final class BoundedCalls implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<Throwable, String> reasons;

    /// @param reasons what may be said of a failure: a library's own text may show what was sent
    public BoundedCalls(Function<Throwable, String> reasons) {
        this.reasons = reasons;
    }

    /// @throws ProviderException where the call fails with anything else, takes too long or is not waited for any more
    public <T> T call(Duration within, Callable<T> call) {
        var running = threads.submit(call);
        try {
            return running.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ProviderException("no answer within " + within, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted", e);
        } catch (ExecutionException e) {
            throw new ProviderException(reasons.apply(Objects.requireNonNullElse(e.getCause(), e)), e);
        } finally {
            running.cancel(true);
        }
    }

    /// Interrupts what is under way.
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
