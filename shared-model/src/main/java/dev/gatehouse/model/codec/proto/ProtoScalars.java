package dev.gatehouse.model.codec.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.json.JsonTexts;
import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Scalar;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// Values without members, in protobuf's wire format. A small type for each form that there is on the wire, because the
/// compiler of the JVM only sees through small ones ([GeneratedBody]).
///
/// Every NaN is written as the same one: which bits a calculation gives it is up to the processor.
final class ProtoScalars {

    static ProtoType of(Scalar kind) {
        return switch (kind) {
            case INT -> new Varint(value -> (int) value, number -> (int) number);
            case LONG -> new Varint(value -> (long) value, number -> number);
            case BOOLEAN -> new Varint(value -> (boolean) value ? 1 : 0, number -> number != 0);
            case DURATION -> new Varint(value -> ((Duration) value).toMillis(), Duration::ofMillis);
            case INSTANT -> new Varint(value -> ((Instant) value).toEpochMilli(), Instant::ofEpochMilli);
            case FLOAT -> SingleFloat.FLOAT;
            case DOUBLE -> new Fixed64(value -> Double.doubleToLongBits((double) value), Double::longBitsToDouble);
            case FIXED -> new Fixed64(value -> ((Fixed) value).raw(), Fixed::new);
            case STRING -> new Text(value -> (String) value, text -> text);
            case JSON_TEXT -> new Text(value -> ((JsonText) value).text(), JsonTexts::checked);
            case BYTES -> new Bytes(value -> (ByteString) value, bytes -> bytes);
            case ENCODED -> new Bytes(ProtoScalars::encoded, Encoded.Proto::new);
        };
    }

    private record Varint(ToLongFunction<Object> numbers, LongFunction<Object> values) implements ProtoType {

        @Override
        public int wireType() {
            return WireFormat.WIRETYPE_VARINT;
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            out.varint(numbers.applyAsLong(value));
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            return values.apply(in.stream().readInt64());
        }

        @Override
        public boolean isDefault(Object value) {
            return numbers.applyAsLong(value) == 0;
        }
    }

    /// Zero of either sign is written unless it is the plain one, as protobuf does.
    private record Fixed64(ToLongFunction<Object> numbers, LongFunction<Object> values) implements ProtoType {

        @Override
        public int wireType() {
            return WireFormat.WIRETYPE_FIXED64;
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            out.fixed64(numbers.applyAsLong(value));
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            return values.apply(in.stream().readFixed64());
        }

        @Override
        public boolean isDefault(Object value) {
            return numbers.applyAsLong(value) == 0;
        }
    }

    /// As [Fixed64], in four bytes.
    private enum SingleFloat implements ProtoType {
        FLOAT;

        @Override
        public int wireType() {
            return WireFormat.WIRETYPE_FIXED32;
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            out.fixed32(Float.floatToIntBits((float) value));
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            return in.stream().readFloat();
        }

        @Override
        public boolean isDefault(Object value) {
            return Float.floatToIntBits((float) value) == 0;
        }
    }

    private record Text(Function<Object, String> texts, Function<String, Object> values) implements ProtoType {

        @Override
        public int wireType() {
            return WireFormat.WIRETYPE_LENGTH_DELIMITED;
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            out.text(texts.apply(value));
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            return values.apply(in.stream().readStringRequireUtf8());
        }

        @Override
        public boolean isDefault(Object value) {
            return texts.apply(value).isEmpty();
        }
    }

    private record Bytes(Function<Object, ByteString> bytes, Function<ByteString, Object> values) implements ProtoType {

        @Override
        public int wireType() {
            return WireFormat.WIRETYPE_LENGTH_DELIMITED;
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            out.bytes(bytes.apply(value));
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            return values.apply(in.stream().readBytes());
        }

        @Override
        public boolean isDefault(Object value) {
            return bytes.apply(value).isEmpty();
        }
    }

    /// @throws IllegalArgumentException for what is encoded in JSON
    static ByteString encoded(Object value) {
        return switch ((Encoded) value) {
            case Encoded.Proto(var bytes) -> bytes;
            case Encoded.Json _ -> throw new IllegalArgumentException("JSON in protobuf (expected: Encoded.Proto)");
        };
    }

    private ProtoScalars() {}
}
