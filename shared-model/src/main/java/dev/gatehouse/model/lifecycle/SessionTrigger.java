package dev.gatehouse.model.lifecycle;

/// What moves a session from one [SessionState] to another.
public enum SessionTrigger {
    /// The game asked for a session.
    CONNECT_CALLED,
    /// The session started or resumed, and the client has loaded it.
    CLIENT_READY,
    /// The socket is gone, and a new one may go on with the session.
    SOCKET_LOST,
    /// Every attempt that was allowed has failed.
    GAVE_UP,
    /// The server ended the session with an advice other than to reconnect.
    FORCED_OUT,
    /// The game asked for the end of the session.
    CLOSE_CALLED
}
