package dev.gatehouse.session.talk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Things to do for one session, one after the other in the order in which its client asked. From any thread.
final class Errands {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);

    private final int most;

    /// Guarded by this, as is the next.
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    private int open;

    /// @param most that may be open at once
    Errands(int most) {
        this.most = most;
    }

    /// @return false if too many are open already
    synchronized boolean offer(Supplier<CompletionStage<Void>> errand) {
        if (open >= most) {
            return false;
        }
        add(errand);
        return true;
    }

    /// However many are open.
    synchronized void add(Supplier<CompletionStage<Void>> errand) {
        open++;
        last = last.thenCompose(_ -> errand.get()).handle((_, failure) -> {
            if (failure != null) {
                log.error("Something to be done for a session failed.", failure);
            }
            done();
            return null;
        });
    }

    private synchronized void done() {
        open--;
    }
}
