package dev.gatehouse.model.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Scalar;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/// Values without members, in protobuf's wire format.
record ProtoScalar(Scalar kind) implements ProtoType {

    @Override
    public int wireType() {
        return switch (kind) {
            case INT, LONG, BOOLEAN, DURATION, INSTANT -> WireFormat.WIRETYPE_VARINT;
            case FLOAT -> WireFormat.WIRETYPE_FIXED32;
            case DOUBLE, FIXED -> WireFormat.WIRETYPE_FIXED64;
            case STRING, BYTES, JSON_TEXT, ENCODED -> WireFormat.WIRETYPE_LENGTH_DELIMITED;
        };
    }

    @Override
    public void write(Object value, ProtoOutput out) {
        switch (kind) {
            case INT -> out.varint((int) value);
            case LONG, DURATION, INSTANT -> out.varint(number(value));
            case BOOLEAN -> out.varint((boolean) value ? 1 : 0);
            case FLOAT -> out.fixed32(Float.floatToRawIntBits((float) value));
            case DOUBLE -> out.fixed64(Double.doubleToRawLongBits((double) value));
            case FIXED -> out.fixed64(((Fixed) value).raw());
            case STRING, JSON_TEXT -> out.text(text(value));
            case BYTES, ENCODED -> out.bytes(bytes(value));
        }
    }

    @Override
    public Object read(ProtoInput in) throws IOException {
        CodedInputStream stream = in.stream();
        return switch (kind) {
            case INT -> stream.readInt32();
            case LONG -> stream.readInt64();
            case BOOLEAN -> stream.readBool();
            case FLOAT -> stream.readFloat();
            case DOUBLE -> stream.readDouble();
            case FIXED -> new Fixed(stream.readSFixed64());
            case STRING -> stream.readStringRequireUtf8();
            case BYTES -> stream.readBytes();
            case DURATION -> Duration.ofMillis(stream.readInt64());
            case INSTANT -> Instant.ofEpochMilli(stream.readInt64());
            case JSON_TEXT -> json(stream.readStringRequireUtf8());
            case ENCODED -> new Encoded.Proto(stream.readBytes());
        };
    }

    /// Zero of either sign is written unless it is the plain one, as protobuf does.
    @Override
    public boolean isDefault(Object value) {
        return switch (kind) {
            case INT -> (int) value == 0;
            case LONG, DURATION, INSTANT -> number(value) == 0;
            case BOOLEAN -> !(boolean) value;
            case FLOAT -> Float.floatToRawIntBits((float) value) == 0;
            case DOUBLE -> Double.doubleToRawLongBits((double) value) == 0;
            case FIXED -> ((Fixed) value).raw() == 0;
            case STRING, JSON_TEXT -> text(value).isEmpty();
            case BYTES, ENCODED -> bytes(value).isEmpty();
        };
    }

    private static long number(Object value) {
        return switch (value) {
            case Duration duration -> duration.toMillis();
            case Instant instant -> instant.toEpochMilli();
            default -> (long) value;
        };
    }

    private static String text(Object value) {
        return value instanceof JsonText json ? json.text() : (String) value;
    }

    private static ByteString bytes(Object value) {
        return switch (value) {
            case Encoded.Proto proto -> proto.bytes();
            case Encoded.Json _ -> throw new IllegalArgumentException("JSON in protobuf (expected: Encoded.Proto)");
            default -> (ByteString) value;
        };
    }

    private static JsonText json(String text) {
        try (var in = new JsonInput(text.toCharArray())) {
            if (in.next() == null) {
                throw Unreadable.malformed("no JSON value");
            }
            in.skip();
            in.expectEnd();
            return new JsonText(text);
        }
    }
}
