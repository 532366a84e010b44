package dev.gatehouse.session.snapshot;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import dev.gatehouse.model.codec.Zlib;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How a snapshot lies in the registry: a byte that says its form, a CRC-32C (big-endian) of that byte and all behind
/// it, and the message, deflated where that saves something. A CRC notices every change within 32 bits in a row, and
/// all but one in four billion others. It is no protection against somebody who writes to the registry.
public final class PackedSnapshot {

    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;

    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    /// In bytes. Less than this saves nothing that counts.
    static final int DEFLATE_FROM = 512;

    /// In bytes. A larger one is stored as it is, so that everything that was deflated can be inflated within this
    /// limit.
    static final int DEFLATE_UP_TO = 64 * 1024 * 1024;

    /// @param message in protobuf
    public static ByteString pack(ByteString message) {
        if (message.size() < DEFLATE_FROM || message.size() > DEFLATE_UP_TO) {
            return packed(PLAIN, message);
        }
        var deflated = Zlib.deflate(message);
        return deflated.size() < message.size() ? packed(DEFLATED, deflated) : packed(PLAIN, message);
    }

    private static ByteString packed(byte form, ByteString content) {
        var header = ByteBuffer.allocate(HEADER_BYTES).put(form).putInt(checksum(form, content));
        return ByteString.copyFrom(header.flip()).concat(content);
    }

    /// @throws DecodeException if it is not what was packed, or larger than any that was deflated
    public static ByteString unpack(ByteString stored) throws DecodeException {
        if (stored.size() < HEADER_BYTES) {
            throw malformed("snapshot: " + stored.size() + " bytes (expected: at least " + HEADER_BYTES + ")");
        }
        byte form = stored.byteAt(0);
        var content = stored.substring(HEADER_BYTES);
        if (stored.asReadOnlyByteBuffer().getInt(1) != checksum(form, content)) {
            throw malformed("snapshot: not as it was stored, its checksum is another");
        }
        return switch (form) {
            case PLAIN -> content;
            case DEFLATED -> ByteString.copyFrom(Zlib.inflate(content, DEFLATE_UP_TO));
            default -> throw malformed("snapshot: form " + form + " (expected: 0 or 1)");
        };
    }

    private static int checksum(byte form, ByteString content) {
        var crc = new CRC32C();
        crc.update(form);
        content.asReadOnlyByteBufferList().forEach(crc::update);
        return (int) crc.getValue();
    }

    private static DecodeException malformed(String why) {
        return new DecodeException(Kind.MALFORMED, why);
    }

    private PackedSnapshot() {}
}
