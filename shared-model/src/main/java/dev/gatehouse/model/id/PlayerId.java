package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;

/// Names a player within a game: the token's `sub`, never a field that a client fills in. An unauthenticated
/// session has an id of a form that no token may name, and is nobody's.
@Inline
public record PlayerId(@Member(1) String value) {

    /// At most this many characters.
    public static final int MAX_LENGTH = 128;

    private static final String UNAUTHENTICATED = "unauthenticated~";

    public PlayerId {
        Ids.check("player id", value, MAX_LENGTH);
    }

    /// What stands where a player would, in a session of a client that has shown no token. The session's own id is
    /// in it: whoever knows the one knows the other.
    public static PlayerId unauthenticated(SessionId session) {
        return new PlayerId(UNAUTHENTICATED + session.value());
    }

    /// Whether this is no player's.
    public boolean isUnauthenticated() {
        return value.startsWith(UNAUTHENTICATED);
    }

    @Override
    public String toString() {
        return value;
    }
}
