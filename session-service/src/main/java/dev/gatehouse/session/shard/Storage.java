package dev.gatehouse.session.shard;

import java.util.List;
import java.util.concurrent.CompletionStage;

/// Where the writes of a shard's turns go.
///
/// @param <W> what is written
/// @param <R> what storage says to it
@FunctionalInterface
public interface Storage<W, R> {

    /// Stores all writes in one pipeline. May be called from any thread; must not block.
    ///
    /// @return one result per write, in their order; exceptionally if it is not known what was stored
    CompletionStage<List<R>> write(List<W> writes);
}
