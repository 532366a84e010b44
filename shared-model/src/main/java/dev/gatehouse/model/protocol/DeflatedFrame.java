package dev.gatehouse.model.protocol;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.schema.Member;

/// A whole frame, deflated. On the wire it stands where a frame would, and is told apart by its only member: no frame
/// has one of that name or number.
///
/// @param z in zlib's format (RFC 1950)
record DeflatedFrame(@Member(3) ByteString z) {

    // What protobuf writes before member 3 where that is bytes.
    private static final byte PROTO_TAG = 3 << 3 | 2;
    private static final byte[] JSON_NAME = {'"', 'z', '"'};

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
}
