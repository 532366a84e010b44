package dev.gatehouse.session.shard;

import java.util.Optional;

/// Someone on a shard whose decisions count only once they are stored. Called on the shard's thread only.
///
/// @param <W> what is written
/// @param <R> what storage says to it
public interface Writer<W, R> {

    /// Takes everything that must be stored now; asked again only once it has heard what became of what it gave.
    /// Empty if there is nothing.
    Optional<W> take();

    /// Storage has answered.
    void written(R result);

    /// Whether what it gave is stored is unknown. Whoever asks for another go says so with [Shard#changedLater].
    void unknown();
}
