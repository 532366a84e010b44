package dev.gatehouse.session.session;

/// How a session's stream stands to what its client knows of it.
public enum Continuity {
    /// A socket has been given some of it: what of that arrived is for the client to say.
    IN_USE,
    /// It moved here whole, and the client's socket has nothing to be told.
    MOVED,
    /// It started anew, and the client has to be told.
    ANEW
}
