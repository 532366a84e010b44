package dev.gatehouse.session.document;

import dev.gatehouse.session.session.Peer;
import java.util.OptionalLong;

/// One subscription of a session's. From any thread.
final class Subscriber {

    private static final long NOTHING = 0;

    private final Peer peer;
    private final long id;
    private final Runnable over;

    /// The version that it heard elsewhere, until it is told anything here.
    private volatile long known;

    /// @param id that its client gave it
    /// @param known the version that it heard elsewhere; empty where none
    /// @param over called when there is no more to come; must not block, and not come back here
    Subscriber(Peer peer, long id, OptionalLong known, Runnable over) {
        this.peer = peer;
        this.id = id;
        this.known = known.orElse(NOTHING);
        this.over = over;
    }

    Peer peer() {
        return peer;
    }

    long id() {
        return id;
    }

    Runnable over() {
        return over;
    }

    /// The version that it heard elsewhere, while it has not been told anything here.
    OptionalLong known() {
        long version = known;
        return version == NOTHING ? OptionalLong.empty() : OptionalLong.of(version);
    }

    /// Whether it heard this version elsewhere. To be asked before it is told its first one here, and once:
    /// versions may be set back.
    boolean hasAlready(long version) {
        boolean has = known == version;
        forget();
        return has;
    }

    /// What it heard elsewhere is lost.
    void forget() {
        known = NOTHING;
    }
}
