package dev.gatehouse.instance.api.web;

import dev.gatehouse.model.schema.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The game's own data in a body: a JSON object, whatever is in it.
final class GameJson {

    /// @return null where there is none
    static @Nullable JsonText of(String member, @Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException(member + ": not an object (expected: a JSON object)");
        }
        return new JsonText(json.toString());
    }

    private GameJson() {}
}
