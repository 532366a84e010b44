package dev.gatehouse.launcher.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for a process to end, in a thread that has nothing else to do.
final class Waiting {

    static boolean isDoneWithin(CompletableFuture<?> exit, Duration patience) {
        try {
            exit.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process failed", e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return exit.isDone();
        }
    }

    private Waiting() {}
}
