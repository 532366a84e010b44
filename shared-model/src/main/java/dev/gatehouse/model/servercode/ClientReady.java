package dev.gatehouse.model.servercode;

/// Has the last word on a player who comes, after every other check of the handshake. Not asked about
/// unauthenticated sessions.
@FunctionalInterface
public interface ClientReady {

    /// Called on a virtual thread for each new session; may block within the handshake's deadline. An exception refuses
    /// the client.
    Readiness clientReady(ReadyClient client);
}
