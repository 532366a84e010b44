package dev.gatehouse.simulation;

import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.memory.ModelRegistry.Fence;
import dev.gatehouse.registry.session.PlayerSessions;
import java.util.function.UnaryOperator;

/// Mistakes that are put in on purpose, to see that they are found.
///
/// @param fence how the registry compares leases
/// @param journal what a node has in the place of the journal that it reaches
/// @param leases in the place of the leases that it reaches
/// @param sessions in the place of the sessions that it reaches
public record Plants(
        Fence fence,
        UnaryOperator<PlayerJournal> journal,
        UnaryOperator<PlayerLeases> leases,
        UnaryOperator<PlayerSessions> sessions) {

    /// Everything is as it is in production.
    public static final Plants NONE =
            new Plants(Fence.EXACT, UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    static Plants ofFence(Fence other) {
        return new Plants(other, NONE.journal, NONE.leases, NONE.sessions);
    }

    static Plants ofJournal(UnaryOperator<PlayerJournal> other) {
        return new Plants(NONE.fence, other, NONE.leases, NONE.sessions);
    }

    static Plants ofLeases(UnaryOperator<PlayerLeases> other) {
        return new Plants(NONE.fence, NONE.journal, other, NONE.sessions);
    }

    static Plants ofSessions(UnaryOperator<PlayerSessions> other) {
        return new Plants(NONE.fence, NONE.journal, NONE.leases, other);
    }
}
