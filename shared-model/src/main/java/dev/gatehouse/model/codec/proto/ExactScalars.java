package dev.gatehouse.model.codec.proto;

import static java.time.temporal.ChronoUnit.MILLIS;

import dev.gatehouse.model.codec.json.JsonTexts;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Scalar;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/// Values that two sides must hold alike: refuses those of which the other side, and whoever reads them again, would
/// have less or nothing. These are times finer than milliseconds or beyond 64 bits of them, and halves of surrogate
/// pairs in texts.
public final class ExactScalars {

    /// @return the type of [ProtoScalars], but that its writing throws as [#check] does
    static ProtoType of(Scalar kind) {
        var type = ProtoScalars.of(kind);
        return switch (kind) {
            case DURATION, INSTANT, STRING, JSON_TEXT -> new Checked(kind, type);
            case INT, LONG, BOOLEAN, FLOAT, DOUBLE, FIXED, BYTES, ENCODED -> type;
        };
    }

    /// @throws IllegalArgumentException for what is refused
    public static void check(Scalar kind, Object value) {
        switch (kind) {
            case DURATION -> check((Duration) value);
            case INSTANT -> check((Instant) value);
            case STRING -> checkText((String) value);
            case JSON_TEXT -> checkText(((JsonText) value).text());
            case ENCODED -> {
                var _ = ProtoScalars.encoded(value);
            }
            case INT, LONG, BOOLEAN, FLOAT, DOUBLE, FIXED, BYTES -> {}
        }
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
        if (!JsonTexts.isWellFormed(text)) {
            throw new IllegalArgumentException("half of a surrogate pair (expected: both)");
        }
    }

    private record Checked(Scalar kind, ProtoType type) implements ProtoType {

        @Override
        public int wireType() {
            return type.wireType();
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            check(kind, value);
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
