package dev.gatehouse.model.codec;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Scalar;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The types of [ProtoScalars], for values that two sides must hold alike: refuses to write those of which the other
/// side, and whoever reads them again, would have less or nothing. These are times finer than milliseconds or beyond 64
/// bits of them, halves of
/// surrogate pairs in texts, and [JsonText] that is no JSON.
final class ExactScalars {

    /// @return a type whose writing throws [IllegalArgumentException] for what it refuses
    static ProtoType of(Scalar kind) {
        var type = ProtoScalars.of(kind);
        return switch (kind) {
            case DURATION -> new Checked(type, value -> check((Duration) value));
            case INSTANT -> new Checked(type, value -> check((Instant) value));
            case STRING -> new Checked(type, value -> checkText((String) value));
            case JSON_TEXT -> new Checked(type, value -> checkJson(((JsonText) value).text()));
            case INT, LONG, BOOLEAN, FLOAT, DOUBLE, FIXED, BYTES, ENCODED -> type;
        };
    }

    private static void check(Duration time) {
        checkMillis(time::toMillis);
        checkFineness(time, time.truncatedTo(MILLIS));
    }

    private static void check(Instant time) {
        checkMillis(time::toEpochMilli);
        checkFineness(time, time.truncatedTo(MILLIS));
    }

    private static void checkMillis(LongSupplier millis) {
        try {
            var _ = millis.getAsLong();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a time beyond 64 bits of milliseconds", e);
        }
    }

    private static void checkFineness(Object time, Object inMillis) {
        if (!inMillis.equals(time)) {
            throw new IllegalArgumentException(
                    "a time finer than milliseconds (expected: truncatedTo(ChronoUnit.MILLIS))");
        }
    }

    private static void checkText(String text) {
        if (!JsonInput.isWellFormed(text)) {
            throw new IllegalArgumentException("half of a surrogate pair (expected: both)");
        }
    }

    private static void checkJson(String text) {
        checkText(text);
        try {
            ProtoScalars.json(text);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.describe() + " (expected: a JSON value)", e);
        }
    }

    private record Checked(ProtoType type, Consumer<Object> check) implements ProtoType {

        @Override
        public int wireType() {
            return type.wireType();
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            check.accept(value);
            type.write(value, out);
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            return type.read(in);
        }

        @Override
        public boolean isDefault(Object value) {
            return type.isDefault(value);
        }
    }

    private ExactScalars() {}
}
