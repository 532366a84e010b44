package dev.gatehouse.model.lifecycle;

/// What moves a connection from one [ConnectionState] to another.
public enum ConnectionTrigger {
    /// The client opens a socket.
    ATTEMPT_BEGUN,
    /// The session started or resumed on it.
    SESSION_RUNS,
    /// The socket was lost, refused or given up, or the server ended the session.
    CONNECTION_FAILED,
    /// The game asked for the end.
    CLOSE_CALLED
}
