package dev.gatehouse.session.snapshot;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import dev.gatehouse.model.codec.Zlib;

/// How a snapshot lies in the registry: [Checked], deflated where that saves something.
public final class PackedSnapshot {

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;

    /// In bytes. Less than this saves nothing that counts.
    static final int DEFLATE_FROM = 512;

    /// In bytes. A larger one is stored as it is, so that everything that was deflated can be inflated within this
    /// limit.
    static final int DEFLATE_UP_TO = 64 * 1024 * 1024;

    /// @param message in protobuf
    public static ByteString pack(ByteString message) {
        if (message.size() < DEFLATE_FROM || message.size() > DEFLATE_UP_TO) {
            return new Checked(PLAIN, message).bytes();
        }
        var deflated = Zlib.deflate(message);
        return deflated.size() < message.size()
                ? new Checked(DEFLATED, deflated).bytes()
                : new Checked(PLAIN, message).bytes();
    }

    /// @throws DecodeException if it is not what was packed, or larger than any that was deflated; of kind
    ///     `UNKNOWN_TYPE` for a form that only a later build has
    public static ByteString unpack(ByteString stored) throws DecodeException {
        var checked = Checked.read("snapshot", stored);
        return switch (checked.form()) {
            case PLAIN -> checked.content();
            case DEFLATED -> ByteString.copyFrom(Zlib.inflate(checked.content(), DEFLATE_UP_TO));
            default ->
                throw new DecodeException(
                        Kind.UNKNOWN_TYPE, "snapshot: form " + checked.form() + " (expected: 0 or 1)");
        };
    }

    private PackedSnapshot() {}
}
