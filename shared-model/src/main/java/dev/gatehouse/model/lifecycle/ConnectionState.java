package dev.gatehouse.model.lifecycle;

/// How far a client's connection has got, for those who want to see below a [SessionState].
public enum ConnectionState {
    /// There is no socket, and none is wanted.
    NOT_CONNECTED,
    /// A socket is opening, or open and still in its handshake.
    CONNECTING,
    /// A session runs over the socket.
    CONNECTED,
    /// The last socket failed. Another attempt may follow.
    ERROR
}
