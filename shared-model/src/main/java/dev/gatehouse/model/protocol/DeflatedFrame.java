package dev.gatehouse.model.protocol;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.DecodeException.Kind;
import dev.gatehouse.model.schema.Member;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// A whole frame, deflated. On the wire it stands where a frame would, and is told apart by its only member: no frame
/// has one of that name or number.
///
/// @param z in zlib's format (RFC 1950)
record DeflatedFrame(@Member(3) ByteString z) {

    // What protobuf writes before member 3 where that is bytes.
    private static final byte PROTO_TAG = 3 << 3 | 2;
    private static final byte[] JSON_NAME = {'"', 'z', '"'};
    private static final int CHUNK = 16 * 1024;

    static boolean isOne(byte[] frame, Encoding encoding) {
        return switch (encoding) {
            case JSON -> startsWithName(frame);
            case PROTO -> frame.length > 0 && frame[0] == PROTO_TAG;
        };
    }

    private static boolean startsWithName(byte[] frame) {
        var brace = pastSpace(frame, 0);
        if (brace == frame.length || frame[brace] != '{') {
            return false;
        }
        var name = pastSpace(frame, brace + 1);
        for (var i = 0; i < JSON_NAME.length; i++) {
            if (name + i >= frame.length || frame[name + i] != JSON_NAME[i]) {
                return false;
            }
        }
        return true;
    }

    private static int pastSpace(byte[] frame, int from) {
        var at = from;
        while (at < frame.length && (frame[at] == ' ' || frame[at] == '\t' || frame[at] == '\n' || frame[at] == '\r')) {
            at++;
        }
        return at;
    }

    static ByteString deflate(ByteString frame) {
        try (var deflater = new Deflater()) {
            deflater.setInput(frame.asReadOnlyByteBuffer());
            deflater.finish();
            var out = ByteString.newOutput();
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteString();
        }
    }

    /// @param limit in bytes, of what comes out
    byte[] inflate(int limit) throws DecodeException {
        try (var inflater = new Inflater()) {
            inflater.setInput(z.asReadOnlyByteBuffer());
            var out = new ByteArrayOutputStream(Math.min(limit, CHUNK));
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                var inflated = inflater.inflate(chunk);
                if (inflated == 0 && !inflater.finished()) {
                    throw malformed();
                }
                if (inflated > limit - out.size()) {
                    throw new DecodeException(Kind.TOO_LARGE, "z: inflates to more than " + limit + " bytes");
                }
                out.write(chunk, 0, inflated);
            }
            if (inflater.getRemaining() > 0) {
                throw malformed();
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw malformed();
        }
    }

    private static DecodeException malformed() {
        return new DecodeException(Kind.MALFORMED, "z: not one deflated frame");
    }
}
