package dev.gatehouse.model.servercode;

/// Looks at a client each time that it has shown a good token: in its handshake and at every login within its session.
@FunctionalInterface
public interface ClientValidator {

    /// Called on a virtual thread; may block as long as [ClientReady] may. An exception is a no.
    ///
    /// @return false to grant nothing and end the connection
    boolean validateClient(ReadyClient client);
}
