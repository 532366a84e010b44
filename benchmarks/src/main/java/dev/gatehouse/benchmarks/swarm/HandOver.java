package dev.gatehouse.benchmarks.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Counts whom a session node has as it is told to stop: where it has nobody, there is nothing that others could
/// notice.
final class HandOver {

    private final Victim victim;
    private final NodeMetrics metrics;
    private volatile Optional<Observation> report = Optional.empty();

    /// @param metrics of the victim
    HandOver(Victim victim, NodeMetrics metrics) {
        this.victim = victim;
        this.metrics = metrics;
    }

    /// Tells the victim to stop, once it has said how many sessions it has. Returns at once.
    ///
    /// @return done when it is gone
    CompletionStage<?> begin() {
        return CompletableFuture.runAsync(
                        this::count,
                        task -> Thread.ofVirtual().name("hand-over").start(task))
                .thenCompose(_ -> victim.end());
    }

    private void count() {
        try {
            report = Optional.of(new HandOverReport(metrics.sessions()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return empty if the victim was not told to stop
    Optional<Observation> report() {
        return report;
    }
}
