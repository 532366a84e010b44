package dev.gatehouse.model.codec;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Scalar;

/// What every reader takes, whichever the encoding and wherever a value stands: a client of either kind, and whoever
/// patches. Each refusal is an [Unreadable].
final class ReaderLimits {

    /// What a frame, a patch in it and an operation of that have around a model, and room for more of the kind.
    private static final int MOST_AROUND = 8;

    private static final int MAX_DEPTH = Math.min(ProtoInput.MAX_DEPTH, JsonInput.MAX_DEPTH) - MOST_AROUND;

    /// In base64 they are four characters for each three.
    private static final int MAX_BYTES = JsonInput.MAX_STRING_LENGTH / 4 * 3;

    /// @param depth values inside each other
    static void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw Unreadable.malformed("nested deeper than " + MAX_DEPTH);
        }
    }

    /// @param name of a map's key in JSON
    static void checkName(String name) {
        if (name.length() > JsonInput.MAX_NAME_LENGTH) {
            throw Unreadable.malformed(
                    "a key of " + name.length() + " characters (expected: at most " + JsonInput.MAX_NAME_LENGTH + ")");
        }
    }

    /// @return how many objects and arrays inside each other it has in JSON
    static int check(Scalar kind, Object value) {
        return switch (kind) {
            case STRING -> checkSize(((String) value).length(), "characters", JsonInput.MAX_STRING_LENGTH);
            case BYTES -> checkSize(((ByteString) value).size(), "bytes", MAX_BYTES);
            case JSON_TEXT -> JsonInput.depthOf((JsonText) value);
            case INT, LONG, BOOLEAN, FLOAT, DOUBLE, FIXED, DURATION, INSTANT, ENCODED -> 0;
        };
    }

    private static int checkSize(int size, String unit, int most) {
        if (size > most) {
            throw Unreadable.malformed(size + " " + unit + " (expected: at most " + most + ")");
        }
        return 0;
    }

    private ReaderLimits() {}
}
