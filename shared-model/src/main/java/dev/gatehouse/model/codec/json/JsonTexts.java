package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.JsonText;
import tools.jackson.core.JsonToken;

/// Texts that stand in somebody's JSON: what its readers make of them.
public final class JsonTexts {

    /// @throws Unreadable if it is not one whole JSON value
    public static JsonText checked(String text) {
        try (var in = new JsonInput(text.toCharArray())) {
            if (in.next() == null) {
                throw Unreadable.malformed("no JSON value");
            }
            in.skip();
            in.expectEnd();
            return new JsonText(text);
        }
    }

    /// Reads all of a value, as somebody would who is about to change it.
    ///
    /// @return how many objects and arrays inside each other it has
    /// @throws Unreadable if it is not one value of JSON within the limits
    public static int depthOf(JsonText value) {
        try (var in = new JsonInput(value.text().toCharArray())) {
            int depth = 0;
            int most = 0;
            do {
                var token = in.next();
                if (token == null) {
                    throw Unreadable.malformed("no JSON value");
                }
                if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                    in.checkWellFormed();
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                most = Math.max(most, depth);
            } while (depth > 0);
            in.expectEnd();
            return most;
        }
    }

    /// Whether every half of a surrogate pair stands beside the other one.
    public static boolean isWellFormed(String string) {
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean pair = Character.isHighSurrogate(unit)
                        && i + 1 < string.length()
                        && Character.isLowSurrogate(string.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private JsonTexts() {}
}
