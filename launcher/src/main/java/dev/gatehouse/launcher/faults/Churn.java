package dev.gatehouse.launcher.faults;

import dev.gatehouse.launcher.process.SuiteRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Kills parts of a running suite again and again, one at a time and at moments that nobody expects: up to three
/// seconds
/// after all of them are ready. That the suite starts them again is its own affair.
final class Churn {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final SuiteRun suite;
    private final List<String> parts;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final List<Duration> away = new ArrayList<>();
    private int kills;

    /// @param parts may be none, for a suite that is left alone
    /// @param nanoTime monotonic
    Churn(SuiteRun suite, List<String> parts, RandomGenerator random, LongSupplier nanoTime) {
        this.suite = suite;
        this.parts = parts;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /// Returns when the process has ended; at once where there is nothing to kill.
    void goOnUntil(Process clients) throws InterruptedException {
        if (parts.isEmpty()) {
            return;
        }
        while (awaitAllReady(clients) && !isOver(clients, pause())) {
            suite.kill(parts.get(random.nextInt(parts.size())));
            kills++;
            long killed = nanoTime.getAsLong();
            if (awaitAllReady(clients)) {
                away.add(Duration.ofNanos(nanoTime.getAsLong() - killed));
            }
        }
    }

    /// What it came to, for people; nothing where there was nothing to kill.
    List<String> lines() {
        if (parts.isEmpty()) {
            return List.of();
        }
        long[] millis = away.stream().mapToLong(Duration::toMillis).sorted().toArray();
        return List.of("churn      %s killed %d times; ready again after %s"
                .formatted(
                        String.join(", ", parts),
                        kills,
                        millis.length == 0
                                ? "never"
                                : "%.1f s at the median, %.1f s at most"
                                        .formatted(
                                                millis[millis.length / 2] / 1_000.0,
                                                millis[millis.length - 1] / 1_000.0)));
    }

    private Duration pause() {
        return Duration.ofMillis(random.nextLong(LONGEST_PAUSE.toMillis()));
    }

    /// @return false if the process ended before
    private boolean awaitAllReady(Process clients) throws InterruptedException {
        while (!parts.stream().allMatch(suite::isReady)) {
            if (isOver(clients, BETWEEN_LOOKS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOver(Process clients, Duration within) throws InterruptedException {
        return clients.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }
}
