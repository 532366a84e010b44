package dev.gatehouse.session.player;

import dev.gatehouse.session.session.SessionIdentity;

/// What the registry shows of a session while it lives: the entry of its device and the one under its game. Both
/// time out unless they are shown again.
public interface Presence {

    /// @param recovering whether it has no socket right now
    void show(SessionIdentity session, boolean recovering);

    void remove(SessionIdentity session);
}
