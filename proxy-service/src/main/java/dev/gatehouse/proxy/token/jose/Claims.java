package dev.gatehouse.proxy.token.jose;

import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single claims. A claim of the wrong type is a mistake, never as if it were not there.
final class Claims {

    // The last second of the year 9999. Beyond it, arithmetic with times ends before they do.
    private static final double LAST = 253_402_300_799d;

    private final JsonNode claims;

    Claims(JsonNode claims) {
        this.claims = claims;
    }

    Optional<String> text(String name) throws ParseException {
        var value = valueOf(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw wrong(name);
        }
        return Optional.of(value.stringValue());
    }

    /// Seconds since 1970, as whole numbers or not.
    Optional<Instant> time(String name) throws ParseException {
        var value = valueOf(name);
        if (value == null) {
            return Optional.empty();
        }
        double seconds = value.isNumber() ? value.doubleValue() : Double.NaN;
        if (!(seconds >= 0 && seconds <= LAST)) {
            throw wrong(name);
        }
        return Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)));
    }

    /// Several texts.
    Optional<List<String>> texts(String name) throws ParseException {
        var value = valueOf(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isArray()) {
            throw wrong(name);
        }
        var texts = new ArrayList<String>();
        for (var element : value) {
            if (!element.isString()) {
                throw wrong(name);
            }
            texts.add(element.stringValue());
        }
        return Optional.of(texts);
    }

    /// Several texts, or one that stands for a list of one.
    Optional<List<String>> textOrTexts(String name) throws ParseException {
        var value = valueOf(name);
        return value != null && value.isString() ? text(name).map(List::of) : texts(name);
    }

    private @Nullable JsonNode valueOf(String name) {
        var value = claims.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static ParseException wrong(String name) {
        return new ParseException(name + " is of the wrong kind", 0);
    }
}
