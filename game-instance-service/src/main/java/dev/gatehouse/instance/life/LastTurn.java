package dev.gatehouse.instance.life;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long ago something that is done over and over was last done as a whole. Safe to use from several threads.
public final class LastTurn {

    private final LongSupplier nanos;
    private volatile long at;

    /// As if it had been done now.
    ///
    /// @param nanos a monotonic clock
    public LastTurn(LongSupplier nanos) {
        this.nanos = nanos;
        this.at = nanos.getAsLong();
    }

    public void done() {
        at = nanos.getAsLong();
    }

    public Duration age() {
        return Duration.ofNanos(nanos.getAsLong() - at);
    }
}
