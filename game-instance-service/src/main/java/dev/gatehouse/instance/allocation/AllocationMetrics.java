package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Counts what providers answer, and what the reconciler finds.
public interface AllocationMetrics {

    /// What came of asking a provider for a server.
    enum Result {
        GIVEN,
        NO_SERVER,
        UNKNOWN,
        /// It was not asked, as too many calls were under way.
        CROWDED,
        /// It gave a server that another instance has.
        GIVEN_TWICE
    }

    void answered(String provider, Result result);

    /// A server was taken back.
    void reclaimed(Verdict why);

    /// An instance's server is gone without a word.
    void vanished();

    /// Most of what a provider runs seems to be left behind, and is kept for this turn.
    void doubted(String provider);

    /// Tells from now on how long ago all that a provider runs was last compared with the instances.
    void compares(String provider, Supplier<Duration> age);

    /// Tells from now on whether a provider is not asked because of its failures.
    void watch(String provider, BooleanSupplier resting);
}
