package dev.gatehouse.model.servercode;

/// Has the last word on a newcomer, after every other check of the handshake.
@FunctionalInterface
public interface ClientReady {

    /// Called on a virtual thread for each new session; may block within the handshake's deadline. An exception refuses
    /// the client.
    Readiness clientReady(ReadyClient client);
}
