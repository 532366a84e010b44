package dev.gatehouse.gameserver;

import dev.gatehouse.model.schema.JsonText;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Counts the requests that are not answered yet, until there are to be no more. Safe to use from any thread.
final class OpenRequests {

    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private int open; // Guarded by this.
    private boolean isClosed; // Guarded by this.

    /// @param sending called at once, unless there are to be no more
    /// @return its answer, or a [GameServerException]
    CompletableFuture<JsonText> ask(Supplier<CompletableFuture<JsonText>> sending) {
        return begin()
                ? sending.get().whenComplete((_, _) -> end())
                : CompletableFuture.failedFuture(GameServerException.linkGone());
    }

    /// Refuses every further one.
    ///
    /// @return completes once each that is open has its answer, whichever
    CompletableFuture<Void> close() {
        if (closeNow()) {
            answered.complete(null);
        }
        return answered.copy();
    }

    private synchronized boolean begin() {
        if (!isClosed) {
            open++;
        }
        return !isClosed;
    }

    private void end() {
        if (endNow()) {
            answered.complete(null);
        }
    }

    private synchronized boolean endNow() {
        open--;
        return isClosed && open == 0;
    }

    private synchronized boolean closeNow() {
        isClosed = true;
        return open == 0;
    }
}
