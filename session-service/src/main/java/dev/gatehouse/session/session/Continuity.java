package dev.gatehouse.session.session;

import org.jspecify.annotations.Nullable;

/// How a session's stream stands to what its client knows of it.
public enum Continuity {
    /// A socket has been given some of it: what of that arrived is for the client to say.
    IN_USE,
    /// It moved here whole, and the client's socket has nothing to be told.
    MOVED,
    /// It started anew, and the client has to be told.
    ANEW;

    /// Of a session that another node held.
    ///
    /// @param all absent where only its numbers are known
    static Continuity of(@Nullable StoredStream all) {
        if (all == null) {
            return ANEW;
        }
        return all.held() ? MOVED : IN_USE;
    }
}
