package dev.gatehouse.model.codec.json;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Scalar;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/// Values without members, in JSON.
record JsonScalar(Scalar kind) implements JsonType {

    @Override
    public void write(Object value, JsonGenerator out) {
        switch (kind) {
            case INT -> out.writeNumber((int) value);
            case LONG -> out.writeNumber((long) value);
            case BOOLEAN -> out.writeBoolean((boolean) value);
            case FLOAT -> out.writeNumber((float) value);
            case DOUBLE -> out.writeNumber((double) value);
            case FIXED -> out.writeString(value.toString());
            case STRING -> out.writeString((String) value);
            case BYTES -> out.writeString(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
            case DURATION -> out.writeNumber(((Duration) value).toMillis());
            case INSTANT -> out.writeNumber(((Instant) value).toEpochMilli());
            case JSON_TEXT -> out.writeRawValue(((JsonText) value).text());
            case ENCODED -> out.writeRawValue(json((Encoded) value));
        }
    }

    private static String json(Encoded value) {
        return switch (value) {
            case Encoded.Json json -> json.text();
            case Encoded.Proto _ -> throw new IllegalArgumentException("protobuf in JSON (expected: Encoded.Json)");
        };
    }

    @Override
    public Object read(JsonInput in) {
        return switch (kind) {
            case INT -> in.intNumber();
            case LONG -> in.longNumber();
            case BOOLEAN -> flag(in);
            case FLOAT -> floatNumber(in);
            case DOUBLE -> doubleNumber(in);
            case FIXED -> fixed(in.string());
            case STRING -> in.string();
            case BYTES -> bytes(in);
            case DURATION -> Duration.ofMillis(in.longNumber());
            case INSTANT -> Instant.ofEpochMilli(in.longNumber());
            case JSON_TEXT -> new JsonText(in.raw());
            case ENCODED -> encoded(in);
        };
    }

    @Override
    public boolean takesNull() {
        return kind == Scalar.JSON_TEXT;
    }

    private static boolean flag(JsonInput in) {
        if (in.token() == JsonToken.VALUE_TRUE) {
            return true;
        }
        in.expect(JsonToken.VALUE_FALSE, "true or false");
        return false;
    }

    /// What JSON has no numbers for is a string, as in protobuf's JSON mapping.
    private static double doubleNumber(JsonInput in) {
        if (in.token() == JsonToken.VALUE_STRING) {
            return special(in.string());
        }
        double number = in.doubleNumber();
        if (Double.isInfinite(number)) {
            throw Unreadable.malformed("out of range (expected: a double)");
        }
        return number;
    }

    private static float floatNumber(JsonInput in) {
        if (in.token() == JsonToken.VALUE_STRING) {
            return (float) special(in.string());
        }
        float number = in.floatNumber();
        if (Float.isInfinite(number)) {
            throw Unreadable.malformed("out of range (expected: a float)");
        }
        return number;
    }

    private static double special(String name) {
        return switch (name) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw Unreadable.malformed("not a number");
        };
    }

    private static Fixed fixed(String text) {
        try {
            return Fixed.parse(text);
        } catch (IllegalArgumentException e) {
            throw Unreadable.refused(e);
        }
    }

    private static ByteString bytes(JsonInput in) {
        try {
            return ByteString.copyFrom(Base64.getDecoder().decode(in.string()));
        } catch (IllegalArgumentException e) {
            throw Unreadable.malformed("not base64");
        }
    }

    private static Encoded encoded(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "an object");
        return new Encoded.Json(in.raw());
    }
}
