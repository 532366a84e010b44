package dev.gatehouse.session.snapshot;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How anything of a player lies in the registry: a byte that says its form, a CRC-32C (big-endian) of
/// that byte and all behind it, and the content. A CRC notices every change within 32 bits in a row, and
/// all but one in four billion others. It is no protection against somebody who writes to the registry.
///
/// @param form what the content is
record Checked(byte form, ByteString content) {

    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    /// As it is stored.
    ByteString bytes() {
        var header = ByteBuffer.allocate(HEADER_BYTES).put(form).putInt(checksum());
        return ByteString.copyFrom(header.flip()).concat(content);
    }

    /// @param what it is, for the message
    /// @throws DecodeException if it is not as it was stored
    static Checked read(String what, ByteString stored) throws DecodeException {
        if (stored.size() < HEADER_BYTES) {
            throw new DecodeException(
                    Kind.MALFORMED, what + ": " + stored.size() + " bytes (expected: at least " + HEADER_BYTES + ")");
        }
        var checked = new Checked(stored.byteAt(0), stored.substring(HEADER_BYTES));
        if (stored.asReadOnlyByteBuffer().getInt(1) != checked.checksum()) {
            throw new DecodeException(Kind.MALFORMED, what + ": not as it was stored, its checksum is another");
        }
        return checked;
    }

    private int checksum() {
        var crc = new CRC32C();
        crc.update(form);
        content.asReadOnlyByteBufferList().forEach(crc::update);
        return (int) crc.getValue();
    }
}
