package dev.gatehouse.model.codec.storage;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.json.JsonTexts;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Scalar;

/// What every reader takes, whichever the encoding and wherever a value stands: a client of either kind, and whoever
/// patches. Each refusal is an [Unreadable]. What earlier builds took is only refused by a rule with a number of its
/// own.
///
/// @param rules the last one that holds; 0 for none
record ReaderLimits(int rules) {

    /// Depth, names in JSON and sizes.
    private static final int SIZES = 1;

    /// The last rule that there is.
    static final int LATEST = SIZES;

    static final ReaderLimits ALL = new ReaderLimits(LATEST);

    /// What a frame, a patch in it and an operation of that have around a model, and room for more of the kind.
    private static final int MOST_AROUND = 8;

    private static final int MAX_DEPTH = Math.min(ProtoCodec.MAX_DEPTH, JsonCodec.MAX_DEPTH) - MOST_AROUND;

    /// In base64 they are four characters for each three.
    private static final int MAX_BYTES = JsonCodec.MAX_STRING_LENGTH / 4 * 3;

    /// @param depth values inside each other
    void checkDepth(int depth) {
        if (rules >= SIZES && depth > MAX_DEPTH) {
            throw Unreadable.malformed("nested deeper than " + MAX_DEPTH);
        }
    }

    /// @param name of a map's key in JSON
    void checkName(String name) {
        if (rules >= SIZES && name.length() > JsonCodec.MAX_NAME_LENGTH) {
            throw Unreadable.malformed(
                    "a key of " + name.length() + " characters (expected: at most " + JsonCodec.MAX_NAME_LENGTH + ")");
        }
    }

    /// @return how many objects and arrays inside each other it has in JSON, where that counts
    int check(Scalar kind, Object value) {
        return switch (kind) {
            case STRING -> checkSize(((String) value).length(), "characters", JsonCodec.MAX_STRING_LENGTH);
            case BYTES -> checkSize(((ByteString) value).size(), "bytes", MAX_BYTES);
            case JSON_TEXT -> check((JsonText) value);
            case INT, LONG, BOOLEAN, FLOAT, DOUBLE, FIXED, DURATION, INSTANT, ENCODED -> 0;
        };
    }

    private int checkSize(int size, String unit, int most) {
        if (rules >= SIZES && size > most) {
            throw Unreadable.malformed(size + " " + unit + " (expected: at most " + most + ")");
        }
        return 0;
    }

    private int check(JsonText value) {
        if (rules >= SIZES) {
            return JsonTexts.depthOf(value);
        }
        var _ = JsonTexts.checked(value.text());
        return 0;
    }
}
