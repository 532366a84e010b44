package dev.gatehouse.model.codec;

import java.util.ArrayDeque;
import java.util.Deque;

/// Carries a refusal out of the middle of an input; on its way each value adds where it stands. Becomes a
/// [DecodeException] at the codec's edge. What it says is one line, also where it is the sender's own text.
final class Unreadable extends RuntimeException {

    private static final int MAX_REASON_LENGTH = 200;
    private static final int MAX_STEPS = 12;
    private static final int MAX_NAME_LENGTH = 64;

    private final transient Deque<String> path = new ArrayDeque<>();
    private final DecodeException.Kind kind;

    private Unreadable(DecodeException.Kind kind, String reason) {
        super(OneLine.of(reason), null, false, false);
        this.kind = kind;
    }

    static Unreadable malformed(String reason) {
        return new Unreadable(DecodeException.Kind.MALFORMED, reason);
    }

    static Unreadable unknownType() {
        return new Unreadable(DecodeException.Kind.UNKNOWN_TYPE, "unknown type");
    }

    /// For a member that nobody knows. Its name is the sender's own, so it is shown in part at most.
    static Unreadable unknown(String name) {
        var shown = name.codePoints()
                .limit(MAX_NAME_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return malformed("unknown").in(shown);
    }

    /// For what a record's constructor refused. Only an [IllegalArgumentException] speaks about the input; what others
    /// say is about the code, and may hold anything.
    static Unreadable refused(RuntimeException reason) {
        var message = reason instanceof IllegalArgumentException ? reason.getMessage() : null;
        if (message == null) {
            return malformed("refused: " + reason.getClass().getSimpleName());
        }
        return malformed(message.length() <= MAX_REASON_LENGTH ? message : message.substring(0, MAX_REASON_LENGTH));
    }

    /// Says that the value it is about stands in this member.
    Unreadable in(String member) {
        return step("." + member);
    }

    /// Says that the value it is about is this element.
    Unreadable at(int index) {
        return step("[" + index + "]");
    }

    private Unreadable step(String step) {
        path.addFirst(OneLine.of(step));
        if (path.size() > MAX_STEPS) {
            path.removeLast();
        }
        return this;
    }

    DecodeException toDecodeException() {
        return new DecodeException(kind, describe());
    }

    /// Where and why.
    String describe() {
        var where = String.join("", path);
        if (where.isEmpty()) {
            return String.valueOf(getMessage());
        }
        return (where.startsWith(".") ? where.substring(1) : where) + ": " + getMessage();
    }
}
