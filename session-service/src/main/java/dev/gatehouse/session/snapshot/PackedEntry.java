package dev.gatehouse.session.snapshot;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;

/// How an entry of the journal lies in the registry: [Checked], because what it says may be in no
/// checksum of a model.
public final class PackedEntry {

    private static final byte PLAIN = 0;

    /// @param message in protobuf
    public static ByteString pack(ByteString message) {
        return new Checked(PLAIN, message).bytes();
    }

    /// @throws DecodeException if it is not what was packed; of kind `UNKNOWN_TYPE` for a form that only a later build
    ///     has
    public static ByteString unpack(ByteString stored) throws DecodeException {
        var checked = Checked.read("entry", stored);
        if (checked.form() != PLAIN) {
            throw new DecodeException(Kind.UNKNOWN_TYPE, "entry: form " + checked.form() + " (expected: 0)");
        }
        return checked.content();
    }

    private PackedEntry() {}
}
