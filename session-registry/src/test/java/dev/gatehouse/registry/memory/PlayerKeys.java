package dev.gatehouse.registry.memory;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.journal.Snapshot;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.session.WriteNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys of one player: lease, snapshot, journal and sessions.
final class PlayerKeys {

    /// Absent, like nonce and expiry, once the lease was released.
    @Nullable
    NodeId node;

    String nonce = "";
    long expires;
    long epoch;

    @Nullable
    Snapshot snapshot;

    /// From the snapshot's index + 1.
    final List<ByteString> journal = new ArrayList<>();

    final Map<SessionId, ByteString> sessions = new LinkedHashMap<>();
    private long sessionsUntil;

    /// Which owner's writes of sessions are noted, and up to which number without a gap.
    private String keptBy = "";

    private long kept;

    /// The lease that a writer has to show; absent where there is none.
    @Nullable
    Lease lease(PlayerKey player) {
        return node == null ? null : new Lease(player, node, nonce, epoch);
    }

    long snapshotIndex() {
        return snapshot == null ? 0 : snapshot.index();
    }

    long nextIndex() {
        return snapshotIndex() + journal.size() + 1;
    }

    /// The sessions that are not forgotten yet.
    Map<SessionId, ByteString> sessionsAt(long now) {
        if (now > sessionsUntil) {
            sessions.clear();
        }
        return sessions;
    }

    /// Where there are none, there is nothing to be kept.
    void keepSessions(long now, long millis) {
        if (!sessionsAt(now).isEmpty()) {
            sessionsUntil = now + millis;
        }
    }

    void putSession(SessionId id, ByteString bytes, long now, long millis) {
        sessionsAt(now).put(id, bytes);
        sessionsUntil = now + millis;
    }

    void noteWrite(String by, WriteNumber number) {
        if (number.begins() || (keptBy.equals(by) && kept == number.value() - 1)) {
            keptBy = by;
            kept = number.value();
        }
    }

    /// The number up to which all writes of this owner's are known.
    long keptBy(String owner) {
        return keptBy.equals(owner) ? kept : 0;
    }

    long sessionsLeft(long now) {
        return sessionsAt(now).isEmpty() ? 0 : sessionsUntil - now;
    }
}
