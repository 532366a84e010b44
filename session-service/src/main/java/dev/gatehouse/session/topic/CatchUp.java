package dev.gatehouse.session.topic;

import dev.gatehouse.registry.topic.TopicNews;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads what has not been heard, one read at a time, and takes it: whoever asks meanwhile gets one more after it. A
/// read that fails, or whose news cannot be taken, is no reason to read no more. From any thread.
final class CatchUp {

    private final SharedReads<Void> reads;

    /// @param read asks for what comes after the position as it is then; never throws
    /// @param failed told in place of the news, or if taking them throws
    CatchUp(Supplier<CompletionStage<TopicNews>> read, Consumer<TopicNews> take, Consumer<Throwable> failed) {
        this.reads = new SharedReads<>(() -> read.get().thenAccept(take).whenComplete((_, failure) -> {
            if (failure != null) {
                failed.accept(failure);
            }
        }));
    }

    void run() {
        var _ = reads.ask();
    }
}
