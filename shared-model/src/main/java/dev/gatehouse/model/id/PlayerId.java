package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;

/// Names a player within a game: the token's `sub`, never a field that a client fills in.
@Inline
public record PlayerId(@Member(1) String value) {

    /// At most this many characters.
    public static final int MAX_LENGTH = 128;

    public PlayerId {
        Ids.check("player id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
