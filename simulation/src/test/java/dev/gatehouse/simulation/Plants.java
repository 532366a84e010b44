package dev.gatehouse.simulation;

import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.memory.ModelRegistry.Fence;
import java.util.function.UnaryOperator;

/// Mistakes that are put in on purpose, to see that they are found.
///
/// @param fence how the registry compares leases
/// @param journal what a node has in the place of the journal that it reaches
public record Plants(Fence fence, UnaryOperator<PlayerJournal> journal) {

    /// Everything is as it is in production.
    public static final Plants NONE = new Plants(Fence.EXACT, UnaryOperator.identity());

    Plants with(Fence other) {
        return new Plants(other, journal);
    }

    Plants with(UnaryOperator<PlayerJournal> other) {
        return new Plants(fence, other);
    }
}
