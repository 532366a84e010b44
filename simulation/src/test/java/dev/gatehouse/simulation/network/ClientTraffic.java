package dev.gatehouse.simulation.network;

import com.google.protobuf.ByteString;

/// What goes over a client's socket.
public sealed interface ClientTraffic {

    /// The answer to the upgrade.
    record Opened() implements ClientTraffic {}

    record Frame(ByteString bytes) implements ClientTraffic {}

    /// WebSocket's close frame, after which the socket is closed.
    record Close(int code) implements ClientTraffic {}
}
