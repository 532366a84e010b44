package dev.gatehouse.session.player.world;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.player.desync.DesyncDesk;
import dev.gatehouse.session.session.SessionWorld;
import dev.gatehouse.session.snapshot.SnapshotDesk;
import dev.gatehouse.session.talk.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/// What every player of a node shares.
///
/// @param talk what sessions do besides the timeline
/// @param nanos a monotonic clock
public record PlayerWorld(
        PlayerProperties limits, SessionWorld sessions, Registry registry, Games games, Talk talk, LongSupplier nanos) {

    /// The registry, what other services know, and who counts.
    ///
    /// @param self this node
    public record Registry(NodeId self, Stores stores, Presence presence, InstanceNews instances, Counters counters) {}

    /// What is kept of players.
    ///
    /// @param snapshots writes to the same journal
    public record Stores(
            PlayerLeases leases,
            PlayerJournal journal,
            SnapshotDesk snapshots,
            PlayerSessions sessions,
            DesyncDesk desyncs) {}

    public long now() {
        return nanos.getAsLong();
    }

    /// By the wall clock.
    public Instant time() {
        return sessions.clock().instant();
    }

    public NodeId self() {
        return registry.self();
    }

    public PlayerLeases leases() {
        return registry.stores().leases();
    }

    public PlayerJournal journal() {
        return registry.stores().journal();
    }

    public SnapshotDesk snapshots() {
        return registry.stores().snapshots();
    }

    public DesyncDesk desyncs() {
        return registry.stores().desyncs();
    }

    public PlayerSessions keptSessions() {
        return registry.stores().sessions();
    }

    /// For how long sessions are kept after the last renewal of their player's lease: as long as the longest
    /// pause that a client may have announced.
    public Duration keepSessions() {
        return sessions.limits().pauseLimit().plus(limits.leaseTtl());
    }

    /// For how long a session without a pause waits for its client after that.
    public Duration resumable() {
        return sessions.limits().resumeWindow().plus(limits.leaseTtl());
    }

    public Presence presence() {
        return registry.presence();
    }

    public InstanceNews instances() {
        return registry.instances();
    }

    public Counters counters() {
        return registry.counters();
    }
}
