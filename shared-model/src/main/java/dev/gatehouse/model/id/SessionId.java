package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;

/// Names one player's stay in one game, across reconnections. Not a secret; the resume token is.
@Inline
public record SessionId(@Member(1) String value) {

    /// At most this many characters.
    public static final int MAX_LENGTH = 64;

    public SessionId {
        Ids.check("session id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
