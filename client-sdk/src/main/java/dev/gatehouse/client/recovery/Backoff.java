package dev.gatehouse.client.recovery;

import dev.gatehouse.client.Timing.Reconnect;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// The pauses between attempts.
final class Backoff {

    private static final double JITTER = 0.2;

    private final Reconnect settings;
    private final RandomGenerator random;
    private int attempts;

    Backoff(Reconnect settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    Duration next() {
        var pause = attempts == 0 ? settings.firstPause() : doubled(attempts - 1);
        attempts++;
        double stretch = 1 + JITTER * (2 * random.nextDouble() - 1);
        return Duration.ofNanos((long) (pause.toNanos() * stretch));
    }

    /// What a server asks for, or up to a fifth more: it says the same to many clients at once.
    Duration atLeast(Duration asked) {
        return Duration.ofNanos((long) (asked.toNanos() * (1 + JITTER * random.nextDouble())));
    }

    /// After a session is running again.
    void reset() {
        attempts = 0;
    }

    private Duration doubled(int times) {
        var pause = settings.nextPause();
        for (int i = 0; i < times && pause.compareTo(settings.longestPause()) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause();
    }
}
