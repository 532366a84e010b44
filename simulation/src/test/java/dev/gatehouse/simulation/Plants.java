package dev.gatehouse.simulation;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.memory.ModelRegistry.Fence;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.session.player.Players;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/// Mistakes that are put in on purpose, to see that they are found.
///
/// @param fence how the registry compares leases
/// @param journal what a node has in the place of the journal that it reaches
/// @param leases in the place of the leases that it reaches
/// @param sessions in the place of the sessions that it reaches
/// @param orders how it does what a backend orders
public record Plants(
        Fence fence,
        UnaryOperator<PlayerJournal> journal,
        UnaryOperator<PlayerLeases> leases,
        UnaryOperator<PlayerSessions> sessions,
        Orders orders) {

    /// Has a node's players do what is ordered.
    public interface Orders {
        CompletionStage<ActionAnswer> order(Players players, PlayerKey player, ActionOrder order);
    }

    /// Everything is as it is in production.
    public static final Plants NONE = new Plants(
            Fence.EXACT, UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity(), Players::order);

    static Plants ofFence(Fence other) {
        return new Plants(other, NONE.journal, NONE.leases, NONE.sessions, NONE.orders);
    }

    static Plants ofJournal(UnaryOperator<PlayerJournal> other) {
        return new Plants(NONE.fence, other, NONE.leases, NONE.sessions, NONE.orders);
    }

    static Plants ofLeases(UnaryOperator<PlayerLeases> other) {
        return new Plants(NONE.fence, NONE.journal, other, NONE.sessions, NONE.orders);
    }

    static Plants ofSessions(UnaryOperator<PlayerSessions> other) {
        return new Plants(NONE.fence, NONE.journal, NONE.leases, other, NONE.orders);
    }

    static Plants ofOrders(Orders other) {
        return new Plants(NONE.fence, NONE.journal, NONE.leases, NONE.sessions, other);
    }
}
