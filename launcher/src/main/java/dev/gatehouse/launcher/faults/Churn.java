package dev.gatehouse.launcher.faults;

import dev.gatehouse.launcher.process.SuiteRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Harms parts of a running suite again and again, one at a time and at moments that nobody expects: up to
/// three seconds after all of them are ready.
final class Churn {

    private static final Duration LONGEST_REST = Duration.ofSeconds(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final SuiteRun suite;
    private final List<String> parts;
    private final Harm harm;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final List<Duration> away = new ArrayList<>();

    /// @param nanoTime monotonic
    Churn(SuiteRun suite, ChurnPlan plan, RandomGenerator random, LongSupplier nanoTime) {
        this.suite = suite;
        this.parts = plan.parts();
        this.harm = plan.harm().in(suite, random);
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /// Returns when the process has ended; at once where there is nothing to harm.
    void goOnUntil(Process clients) throws InterruptedException {
        if (parts.isEmpty()) {
            return;
        }
        while (awaitAllReady(clients) && !isOver(clients, rest())) {
            long begun = nanoTime.getAsLong();
            harm.happenTo(parts.get(random.nextInt(parts.size())));
            if (awaitAllReady(clients)) {
                away.add(Duration.ofNanos(nanoTime.getAsLong() - begun));
            }
        }
    }

    /// Whether what was to happen did, at least once; also where nothing was to.
    boolean happened() {
        return parts.isEmpty() || harm.times() > 0;
    }

    /// What it came to, for people; nothing where there was nothing to harm.
    List<String> lines() {
        if (parts.isEmpty()) {
            return List.of();
        }
        long[] millis = away.stream().mapToLong(Duration::toMillis).sorted().toArray();
        return List.of("churn      %s %s; all ready again after %s"
                .formatted(
                        String.join(", ", parts),
                        harm.past(),
                        millis.length == 0
                                ? "never"
                                : "%.1f s at the median, %.1f s at most"
                                        .formatted(
                                                millis[millis.length / 2] / 1_000.0,
                                                millis[millis.length - 1] / 1_000.0)));
    }

    private Duration rest() {
        return Duration.ofMillis(random.nextLong(LONGEST_REST.toMillis()));
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
