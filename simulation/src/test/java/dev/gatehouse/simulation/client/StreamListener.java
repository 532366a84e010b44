package dev.gatehouse.simulation.client;

import com.google.protobuf.ByteString;

/// Hears every frame that comes to a client, before the client does.
@FunctionalInterface
interface StreamListener {

    /// @param socket its number among the client's
    void heard(int socket, ByteString frame);
}
