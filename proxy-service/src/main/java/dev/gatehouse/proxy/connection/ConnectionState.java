package dev.gatehouse.proxy.connection;

/// What the proxy knows about one client socket.
public sealed interface ConnectionState {

    /// The server has said its hello and waits for the client's.
    record AwaitingHello() implements ConnectionState {}

    /// The checks run; the client has to wait.
    record ShakingHands() implements ConnectionState {}

    /// The session is open: frames pass both ways.
    record Relaying() implements ConnectionState {}

    /// The client has logged in, and the checks run again for its player. What it still says to the session before is
    /// dropped.
    record LoggingIn() implements ConnectionState {}

    /// The session's node is gone, and its next one is looked for. What the client sends has to wait.
    record Reattaching() implements ConnectionState {}

    /// Nothing more happens.
    record Closed() implements ConnectionState {}
}
