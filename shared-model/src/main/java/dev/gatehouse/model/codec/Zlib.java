package dev.gatehouse.model.codec;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException.Kind;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Deflates and inflates bytes in zlib's format (RFC 1950), which ends with a check of what comes out.
public final class Zlib {

    private static final int CHUNK = 16 * 1024;

    public static ByteString deflate(ByteString bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes.asReadOnlyByteBuffer());
            deflater.finish();
            var out = ByteString.newOutput();
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteString();
        }
    }

    /// Takes memory as it needs it, and never more than a constant times the limit.
    ///
    /// @param limit in bytes, of what comes out
    /// @throws DecodeException if it is not one whole deflated value, or inflates to more than that
    public static byte[] inflate(ByteString deflated, int limit) throws DecodeException {
        try (var inflater = new Inflater()) {
            inflater.setInput(deflated.asReadOnlyByteBuffer());
            var out = new ByteArrayOutputStream(Math.min(limit, CHUNK));
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                var inflated = inflater.inflate(chunk);
                if (inflated == 0 && !inflater.finished()) {
                    throw malformed();
                }
                if (inflated > limit - out.size()) {
                    throw new DecodeException(Kind.TOO_LARGE, "inflates to more than " + limit + " bytes");
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
        return new DecodeException(Kind.MALFORMED, "not one deflated value");
    }

    private Zlib() {}
}
