package dev.gatehouse.session.player;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.session.SessionWorld;
import dev.gatehouse.session.talk.Talk;
import java.util.function.LongSupplier;

/// What every player of a node shares.
///
/// @param talk what sessions do besides the timeline
/// @param nanos a monotonic clock
public record PlayerWorld(
        PlayerProperties limits, SessionWorld sessions, Registry registry, Games games, Talk talk, LongSupplier nanos) {

    /// The registry, and who counts.
    ///
    /// @param self this node
    public record Registry(
            NodeId self, PlayerLeases leases, PlayerJournal journal, Presence presence, Counters counters) {}

    long now() {
        return nanos.getAsLong();
    }

    NodeId self() {
        return registry.self();
    }

    PlayerLeases leases() {
        return registry.leases();
    }

    PlayerJournal journal() {
        return registry.journal();
    }

    Presence presence() {
        return registry.presence();
    }

    Counters counters() {
        return registry.counters();
    }
}
