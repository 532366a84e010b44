package dev.gatehouse.session.snapshot;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.Zlib;

/// How a snapshot lies in the registry: as it is while it is small, else deflated behind a byte that says so. No
/// message of protobuf starts with that byte, so both are told apart, and what was stored before there was a packed
/// form still reads.
public final class PackedSnapshot {

    /// A tag of member 0, which does not exist.
    private static final byte DEFLATED = 1;

    /// In bytes. Less than this saves nothing that counts.
    static final int DEFLATE_FROM = 512;

    /// In bytes. A larger one is stored as it is, so that everything that was packed can be unpacked within this limit.
    static final int DEFLATE_UP_TO = 64 * 1024 * 1024;

    private static final ByteString MARK = ByteString.copyFrom(new byte[] {DEFLATED});

    /// @param message in protobuf
    public static ByteString pack(ByteString message) {
        if (message.size() < DEFLATE_FROM || message.size() > DEFLATE_UP_TO) {
            return message;
        }
        var packed = MARK.concat(Zlib.deflate(message));
        return packed.size() < message.size() ? packed : message;
    }

    /// @throws DecodeException if it is packed and damaged, or larger than any that was packed
    public static ByteString unpack(ByteString stored) throws DecodeException {
        if (stored.isEmpty() || stored.byteAt(0) != DEFLATED) {
            return stored;
        }
        return ByteString.copyFrom(Zlib.inflate(stored.substring(1), DEFLATE_UP_TO));
    }

    private PackedSnapshot() {}
}
