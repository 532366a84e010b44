package dev.gatehouse.client.recovery;

import dev.gatehouse.client.Timing.Reconnect;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Decides when to try again, and when no more. Pure; one owner.
public final class Recovery {

    private final Reconnect settings;
    private final Backoff backoff;
    private long troubledSince;

    public Recovery(Reconnect settings, RandomGenerator random) {
        this.settings = settings;
        this.backoff = new Backoff(settings, random);
    }

    /// From here on nothing is well: the session is wanted, or its socket is lost.
    public void troubled(long nowNanos) {
        troubledSince = nowNanos;
    }

    /// A session runs.
    public void running() {
        backoff.reset();
    }

    /// The pause before the next attempt: ours, or the server's where that is longer, and then up to a
    /// fifth more. To stay away for as long as the server asks is not held against it: it does not bring
    /// giving up nearer.
    ///
    /// @return empty if it is time to give up
    public Optional<Duration> pauseAfter(Trouble trouble, long nowNanos) {
        var own = backoff.next();
        var asked = trouble.remedy().retryAfter();
        if (asked != null && asked.compareTo(own) > 0) {
            var obeyed = backoff.atLeast(asked);
            troubledSince += obeyed.toNanos();
            return Optional.of(obeyed);
        }
        var waited = Duration.ofNanos(nowNanos - troubledSince);
        return waited.plus(own).compareTo(settings.giveUpAfter()) > 0 ? Optional.empty() : Optional.of(own);
    }
}
