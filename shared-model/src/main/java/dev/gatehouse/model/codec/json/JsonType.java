package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.schema.Encoded;
import tools.jackson.core.JsonGenerator;

/// Writes and reads the values of one shape as JSON.
interface JsonType {

    /// What an absent [Encoded] stands for.
    Encoded EMPTY = new Encoded.Json("{}");

    void write(Object value, JsonGenerator out);

    /// @param in stands on the value's first token; afterwards on its last
    /// @throws Unreadable if it is no such value
    Object read(JsonInput in);

    /// Whether JSON's null is a value of its own, rather than an absent one.
    default boolean takesNull() {
        return false;
    }
}
