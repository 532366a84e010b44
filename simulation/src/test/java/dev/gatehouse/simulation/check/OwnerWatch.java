package dev.gatehouse.simulation.check;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.simulation.Settings;
import dev.gatehouse.simulation.check.Figures.Figure;
import dev.gatehouse.simulation.time.Agenda;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Watches, beside the registry, who owns a player, who writes, and who acknowledges (C3, C4 and C5): each owner has a
/// higher epoch than the one before, none but the last one writes, and none acknowledges once its own lease is within
/// its margin of the end. One whose player was taken over before that may still acknowledge what it has written.
public final class OwnerWatch {

    private final Agenda agenda;
    private final History history;
    private final Map<PlayerKey, Owned> players = new HashMap<>();

    /// What is known of one player.
    private static final class Owned {

        private @Nullable Lease last;
        private long nextIndex = 1;
        private @Nullable Append written;

        /// By when the lease ends that each node was given last.
        private final Map<NodeId, Long> ends = new HashMap<>();
    }

    public OwnerWatch(Agenda agenda, History history) {
        this.agenda = agenda;
        this.history = history;
    }

    public void granted(Lease lease, Duration ttl) {
        var owned = of(lease.player());
        var before = owned.last;
        if (before != null && !before.equals(lease)) {
            history.figures().count(Figure.TAKEOVERS);
            if (lease.epoch() <= before.epoch()) {
                history.violated(Promise.C4, "epoch " + lease.epoch() + " granted after " + before.epoch());
            }
        }
        owned.last = lease;
        held(lease, ttl);
        history.note(() -> lease.node() + " owns " + lease.player() + " with epoch " + lease.epoch());
    }

    public void held(Lease lease, Duration ttl) {
        of(lease.player()).ends.put(lease.node(), agenda.now() + ttl.toNanos());
    }

    /// The journal has taken something.
    public void appended(Append append) {
        var owned = of(append.lease().player());
        checkOwner(owned, append.lease());
        long first = append.firstIndex();
        var before = owned.written;
        if (before != null && first == before.firstIndex() && append.lease().equals(before.lease())) {
            history.figures().count(Figure.REPEATED_APPENDS);
            if (!before.entries().equals(append.entries())) {
                history.violated(Promise.C2, "entry " + first + " was repeated with another content");
            }
            return;
        }
        if (first != owned.nextIndex) {
            history.violated(Promise.C3, "entry " + first + " was taken (expected: " + owned.nextIndex + ")");
        }
        history.figures().count(Figure.APPENDS);
        owned.nextIndex = first + append.entries().size();
        owned.written = append;
        history.digest(first);
        history.note(() -> "%s wrote entries %d to %d of %s"
                .formatted(
                        append.lease().node(),
                        first,
                        owned.nextIndex - 1,
                        append.lease().player()));
    }

    /// A snapshot was taken.
    public void snapshot(Lease lease) {
        checkOwner(of(lease.player()), lease);
    }

    private void checkOwner(Owned owned, Lease lease) {
        if (!lease.equals(owned.last)) {
            history.violated(Promise.C5, lease.node() + " wrote with " + shown(lease) + " after " + shown(owned.last));
        }
    }

    private static String shown(@Nullable Lease lease) {
        return lease == null ? "no lease" : "epoch %d of %s".formatted(lease.epoch(), lease.node());
    }

    /// A node has told a client that something is stored.
    public void acknowledged(NodeId node, PlayerKey player) {
        history.figures().count(Figure.ACKNOWLEDGED);
        long end = of(player).ends.getOrDefault(node, 0L)
                - Settings.PLAYERS.leaseMargin().toNanos();
        if (agenda.now() > end) {
            history.violated(
                    Promise.C4,
                    "%s acknowledged for %s %.3f s after its lease without the margin"
                            .formatted(node, player, (agenda.now() - end) / 1e9));
        }
    }

    private Owned of(PlayerKey player) {
        return players.computeIfAbsent(player, _ -> new Owned());
    }
}
