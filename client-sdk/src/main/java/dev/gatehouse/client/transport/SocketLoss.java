package dev.gatehouse.client.transport;

/// Why a socket is gone, or never was.
public sealed interface SocketLoss {

    /// The server answered the upgrade with something else.
    record Refused(int httpStatus) implements SocketLoss {}

    /// The server closed.
    ///
    /// @param code WebSocket's close code
    record Closed(int code, String reason) implements SocketLoss {}

    /// Opening took too long.
    record TimedOut() implements SocketLoss {}

    /// TLS failed, so nobody knows who answered.
    record Untrusted(String why) implements SocketLoss {}

    /// The server sent a message over the limit.
    record TooLarge(int maxMessageBytes) implements SocketLoss {}

    /// Everything else: no route, reset, no data.
    record Broken(String why) implements SocketLoss {}
}
