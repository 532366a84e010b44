package dev.gatehouse.gamelift;

import dev.gatehouse.provider.ProviderException;
import java.time.Duration;

/// Waits again and again, and for no longer in all than it may. On one thread.
final class Waiting {

    private final Duration every;
    private Duration left;

    Waiting(Duration within, Duration every) {
        this.left = within;
        this.every = every;
    }

    /// @throws ProviderException when all of the time has been waited for, or the caller is interrupted
    void once() {
        left = left.minus(every);
        if (!left.isPositive()) {
            throw new ProviderException("the placement is still pending");
        }
        try {
            Thread.sleep(every);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException("interrupted while the placement is pending", e);
        }
    }
}
