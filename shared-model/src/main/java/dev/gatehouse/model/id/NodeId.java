package dev.gatehouse.model.id;

import dev.gatehouse.model.schema.Inline;
import dev.gatehouse.model.schema.Member;

/// Names one process of the suite: `proxy-1`, `session-2`.
@Inline
public record NodeId(@Member(1) String value) {

    /// At most this many characters.
    public static final int MAX_LENGTH = 64;

    public NodeId {
        Ids.check("node id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
