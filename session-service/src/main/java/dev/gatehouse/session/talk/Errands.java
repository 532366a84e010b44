package dev.gatehouse.session.talk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Things to do for one session, one after the other in the order in which its client asked. For
/// one that takes too long the next ones do not wait; it counts until it is done. From any thread.
final class Errands {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);

    private final TalkWorld world;

    /// Guarded by this, as is the next.
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /// Those that wait, run, or are late.
    private int open;

    Errands(TalkWorld world) {
        this.world = world;
    }

    /// @return done when the errand is, however long that takes and whatever came of it; empty if
    ///     too many are open already
    synchronized Optional<CompletionStage<Void>> offer(Supplier<CompletionStage<Void>> errand) {
        return open >= world.limits().maxOpen() ? Optional.empty() : Optional.of(add(errand));
    }

    /// However many are open: the caller has a bound of its own.
    ///
    /// @return done when the errand is, however long that takes and whatever came of it
    synchronized CompletionStage<Void> add(Supplier<CompletionStage<Void>> errand) {
        open++;
        var done = new CompletableFuture<Void>();
        var counted = done.thenRun(this::closed);
        last = last.thenCompose(_ -> begin(errand, done)).exceptionally(failure -> {
            log.error("Something to be done for a session failed.", failure);
            done.complete(null);
            return null;
        });
        return counted;
    }

    /// @return done when the next one may begin
    private CompletionStage<Void> begin(Supplier<CompletionStage<Void>> errand, CompletableFuture<Void> done) {
        var over = new CompletableFuture<Void>();
        errand.get().whenComplete((_, failure) -> {
            // First, so that whoever waits for this one hears of it before the next one begins.
            done.complete(null);
            if (failure == null) {
                over.complete(null);
            } else {
                over.completeExceptionally(failure);
            }
        });
        if (!over.isDone()) {
            long millis = world.limits().timeout().toMillis();
            var timer = world.timers().schedule(() -> late(over), millis, TimeUnit.MILLISECONDS);
            var _ = over.whenComplete((_, _) -> timer.cancel(false));
        }
        return over;
    }

    private void late(CompletableFuture<Void> over) {
        if (over.complete(null)) {
            log.warn(
                    "Something to be done for a session is not done after {}.",
                    world.limits().timeout());
        }
    }

    private synchronized void closed() {
        open--;
    }
}
