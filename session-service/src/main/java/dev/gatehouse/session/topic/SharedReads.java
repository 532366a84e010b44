package dev.gatehouse.session.topic;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads one time after the other: whoever asks while a read is under way shares the next one, which begins after it.
/// However many ask at once, two reads answer all of them. From any thread.
final class SharedReads<T> {

    private final Supplier<CompletionStage<T>> read;

    /// Guarded by this, as is the next.
    private boolean reading;

    /// Absent where nobody has asked since the read under way began.
    private @Nullable CompletableFuture<T> next;

    /// @param read never throws
    SharedReads(Supplier<CompletionStage<T>> read) {
        this.read = read;
    }

    /// @return the outcome of a read that begins no earlier than now; fails as that does
    CompletionStage<T> ask() {
        var mine = new CompletableFuture<T>();
        synchronized (this) {
            if (reading) {
                next = next == null ? mine : next;
                return next;
            }
            reading = true;
        }
        begin(mine);
        return mine;
    }

    private void begin(CompletableFuture<T> asked) {
        read.get().whenComplete((news, failure) -> {
            if (failure == null) {
                asked.complete(news);
            } else {
                asked.completeExceptionally(failure);
            }
            var more = done();
            if (more != null) {
                begin(more);
            }
        });
    }

    /// @return for those who asked meanwhile; null where nobody did
    private synchronized @Nullable CompletableFuture<T> done() {
        var asked = next;
        next = null;
        reading = asked != null;
        return asked;
    }
}
