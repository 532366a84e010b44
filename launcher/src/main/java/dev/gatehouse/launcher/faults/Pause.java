package dev.gatehouse.launcher.faults;

import dev.gatehouse.launcher.process.SuiteRun;
import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Pauses a part for a while, as a garbage collector may.
final class Pause implements Harm {

    private static final long LEAST_MILLIS = 200;
    private static final long MOST_MILLIS = 3_000;

    private final SuiteRun suite;
    private final RandomGenerator random;
    private Duration all = Duration.ZERO;
    private int times;

    /// @param random for how long
    Pause(SuiteRun suite, RandomGenerator random) {
        this.suite = suite;
        this.random = random;
    }

    @Override
    public void happenTo(String part) throws InterruptedException {
        var length = Duration.ofMillis(random.nextLong(LEAST_MILLIS, MOST_MILLIS + 1));
        if (!suite.pause(part)) {
            return;
        }
        try {
            Thread.sleep(length);
        } finally {
            suite.goOn(part);
        }
        times++;
        all = all.plus(length);
    }

    @Override
    public int times() {
        return times;
    }

    @Override
    public String past() {
        return String.format(Locale.ROOT, "paused %d times, %.1f s in all", times, all.toMillis() / 1_000.0);
    }
}
