package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;

/// Names a game server: the subject of its partner tokens.
@Inline
public record ServerId(@Member(1) String value) {

    /// At most this many characters.
    public static final int MAX_LENGTH = 64;

    public ServerId {
        Ids.check("server id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
