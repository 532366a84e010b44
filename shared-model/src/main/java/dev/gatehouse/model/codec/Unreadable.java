package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.RecordMember;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Carries a refusal out of the middle of an input; on its way each value adds where it stands. Becomes a
/// [DecodeException] at the codec's edge, and is seen by nobody behind that. What it says is one line, also where it is
/// the sender's own text.
public final class Unreadable extends RuntimeException {

    private static final int MAX_REASON_LENGTH = 200;
    private static final int MAX_STEPS = 12;
    private static final int MAX_NAME_LENGTH = 64;

    private final transient Deque<String> path = new ArrayDeque<>();
    private final DecodeException.Kind kind;

    /// Without anything that stands in the input: the kind of the refusal and where it is in the code.
    private final String ownReason;

    private boolean isHushed;

    private Unreadable(DecodeException.Kind kind, String reason, String ownReason) {
        super(OneLine.of(reason), null, false, false);
        this.kind = kind;
        this.ownReason = ownReason;
    }

    public static Unreadable malformed(String reason) {
        return new Unreadable(DecodeException.Kind.MALFORMED, reason, reason);
    }

    public static Unreadable unknownType() {
        return new Unreadable(DecodeException.Kind.UNKNOWN_TYPE, "unknown type", "unknown type");
    }

    public static Unreadable unknownMember(String reason) {
        return new Unreadable(DecodeException.Kind.UNKNOWN_MEMBER, reason, reason);
    }

    /// For a member that nobody knows. Its name is the sender's own, so it is shown in part at most.
    public static Unreadable unknown(String name) {
        var shown = name.codePoints()
                .limit(MAX_NAME_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return unknownMember("unknown").in(shown);
    }

    /// For what a check refused, in its own words.
    public static Unreadable refused(IllegalArgumentException reason) {
        return refused("refused", reason, "");
    }

    /// For what a record's constructor refused. Only an [IllegalArgumentException] speaks about the input; what others
    /// say is about the code, and may hold anything.
    static Unreadable refusedBy(Class<?> record, RuntimeException reason) {
        return refused("refused by " + record.getSimpleName(), reason, place(record, reason));
    }

    private static Unreadable refused(String how, RuntimeException reason, String place) {
        var message = reason instanceof IllegalArgumentException ? reason.getMessage() : null;
        var ownReason = how + ": " + reason.getClass().getSimpleName() + place;
        if (message == null) {
            return malformed(ownReason);
        }
        var shown = message.length() <= MAX_REASON_LENGTH ? message : message.substring(0, MAX_REASON_LENGTH);
        return new Unreadable(DecodeException.Kind.MALFORMED, shown, ownReason);
    }

    /// Which line of the constructor threw, or called what threw; nothing where the exception does not know.
    private static String place(Class<?> record, RuntimeException reason) {
        return Arrays.stream(reason.getStackTrace())
                .filter(frame -> frame.getClassName().equals(record.getName())
                        && frame.getMethodName().equals("<init>")
                        && frame.getFileName() != null)
                .findFirst()
                .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("");
    }

    /// Does not say what a constructor said, which may quote what only the server may know.
    public Unreadable hushed() {
        isHushed = true;
        return this;
    }

    /// Says that the value it is about stands in this member; of one that is `@ServerOnly`, no more than what kind of
    /// refusal it is.
    public Unreadable in(RecordMember member) {
        return (member.serverOnly() ? hushed() : this).in(member.name());
    }

    /// Says that the value it is about stands in this member.
    public Unreadable in(String member) {
        return step("." + member);
    }

    /// Says that the value it is about is this element.
    public Unreadable at(int index) {
        return step("[" + index + "]");
    }

    private Unreadable step(String step) {
        path.addFirst(OneLine.of(step));
        if (path.size() > MAX_STEPS) {
            path.removeLast();
        }
        return this;
    }

    public DecodeException toDecodeException() {
        return new DecodeException(kind, describe());
    }

    /// Where and why.
    public String describe() {
        var where = String.join("", path);
        var reason = isHushed ? ownReason : String.valueOf(getMessage());
        if (where.isEmpty()) {
            return reason;
        }
        return (where.startsWith(".") ? where.substring(1) : where) + ": " + reason;
    }
}
