package dev.gatehouse.proxy.admission;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// How fast one socket may send. Belongs to the socket's thread.
public final class FrameBudget {

    private final Bucket bucket;
    private final LongSupplier nanos;

    /// @param nanos a monotonic clock
    public FrameBudget(Rate rate, LongSupplier nanos) {
        this.nanos = nanos;
        this.bucket = new Bucket(rate, nanos.getAsLong());
    }

    /// One more frame.
    ///
    /// @return empty where it may come now; else how long until it may
    public Optional<Duration> take() {
        return bucket.take(nanos.getAsLong());
    }
}
