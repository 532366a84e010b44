package dev.gatehouse.session.event;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// One session's events on their way: one after the other, however long one takes. A topic takes what comes behind
/// a later one for a repetition. From any thread.
final class EventLine {

    private final Allowance allowance;

    /// Guarded by this.
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    EventLine(Allowance allowance) {
        this.allowance = allowance;
    }

    Allowance allowance() {
        return allowance;
    }

    /// @return done when the step is, and in the same way
    synchronized CompletionStage<Void> next(Supplier<CompletionStage<Void>> step) {
        last = last.handle((_, _) -> step.get()).thenCompose(done -> done);
        return last;
    }
}
