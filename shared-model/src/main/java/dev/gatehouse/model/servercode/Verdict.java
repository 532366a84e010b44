package dev.gatehouse.model.servercode;

import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// What a game says to something that a client wants.
public sealed interface Verdict {

    /// @param reconnect what becomes of players who come back to the instance that a player wants to create; absent
    ///     for `REQUIRED`, and of no account elsewhere
    @Case(name = "allowed", number = 1)
    record Allowed(@Member(1) @Nullable ReconnectPolicy reconnect) implements Verdict {}

    /// @param reason English, for people; the client sees it
    @Case(name = "refused", number = 2)
    record Refused(@Member(1) String reason) implements Verdict {}

    static Verdict allowed() {
        return new Allowed(null);
    }

    /// An instance that a player wants to create, with this policy for players who come back.
    static Verdict allowed(ReconnectPolicy reconnect) {
        return new Allowed(reconnect);
    }

    static Verdict refused(String reason) {
        return new Refused(reason);
    }
}
