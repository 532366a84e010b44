package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;

/// Names a game that is registered with the suite.
@Inline
public record GameId(@Member(1) String value) {

    /// At most this many characters.
    public static final int MAX_LENGTH = 64;

    public GameId {
        Ids.check("game id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
