package dev.gatehouse.session.topic;

import dev.gatehouse.registry.topic.TopicNews;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads what has not been heard, one read at a time: whoever asks meanwhile gets one more after
/// it. A read that fails, or whose news cannot be taken, is no reason to read no more. From any
/// thread.
final class CatchUp {

    private final Supplier<CompletionStage<TopicNews>> read;
    private final Consumer<TopicNews> take;
    private final Consumer<Throwable> failed;

    /// Guarded by this, as is the next.
    private boolean reading;

    private boolean again;

    /// @param read asks for what comes after the position as it is then; never throws
    /// @param failed told in place of the news, or if taking them throws
    CatchUp(Supplier<CompletionStage<TopicNews>> read, Consumer<TopicNews> take, Consumer<Throwable> failed) {
        this.read = read;
        this.take = take;
        this.failed = failed;
    }

    void run() {
        synchronized (this) {
            again = reading;
            if (reading) {
                return;
            }
            reading = true;
        }
        var _ = read.get().thenAccept(take).whenComplete((_, failure) -> {
            boolean more = done() && failure == null;
            if (failure != null) {
                failed.accept(failure);
            }
            if (more) {
                run();
            }
        });
    }

    /// @return whether somebody asked for one more meanwhile
    private synchronized boolean done() {
        reading = false;
        return again;
    }
}
