package dev.gatehouse.session.session;

/// Leave to go on with a session, with the token that the client gets for the next time. To be stored
/// before the client hears of it.
public record Invitation(String token, StoredSession stored) {

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "Invitation[" + stored + "]";
    }
}
