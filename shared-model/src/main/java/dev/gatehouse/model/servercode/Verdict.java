package dev.gatehouse.model.servercode;

import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;

/// What a game says to something that a client wants.
public sealed interface Verdict {

    @Case(name = "allowed", number = 1)
    record Allowed() implements Verdict {}

    /// @param reason English, for people; the client sees it
    @Case(name = "refused", number = 2)
    record Refused(@Member(1) String reason) implements Verdict {}

    static Verdict allowed() {
        return new Allowed();
    }

    static Verdict refused(String reason) {
        return new Refused(reason);
    }
}
