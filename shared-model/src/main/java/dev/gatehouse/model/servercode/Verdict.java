package dev.gatehouse.model.servercode;

/// What a game says to something that a client wants.
public sealed interface Verdict {

    record Allowed() implements Verdict {}

    /// @param reason English, for people; the client sees it
    record Refused(String reason) implements Verdict {}

    static Verdict allowed() {
        return new Allowed();
    }

    static Verdict refused(String reason) {
        return new Refused(reason);
    }
}
