package dev.gatehouse.model.codec;

/// Input that does not decode. The message says where and why, such as `flush.ops[2].action.code: out of range`; it
/// holds no value from the input, except what a record's own constructor says about it where nothing is `@ServerOnly`,
/// and at most [#MAX_MESSAGE_LENGTH] characters.
public final class DecodeException extends Exception {

    /// At most this many characters in the message.
    public static final int MAX_MESSAGE_LENGTH = 300;

    /// What a receiver may do about it.
    public enum Kind {
        /// The sender is wrong.
        MALFORMED,
        /// A message of a type that this version does not know; a newer sender may be right to send it.
        UNKNOWN_TYPE,
        /// A member that this version does not know, where it has to know all; a newer writer may have one.
        UNKNOWN_MEMBER,
        /// More than the receiver takes.
        TOO_LARGE
    }

    private final Kind kind;

    public DecodeException(Kind kind, String message) {
        super(message.length() <= MAX_MESSAGE_LENGTH ? message : message.substring(0, MAX_MESSAGE_LENGTH - 3) + "...");
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
