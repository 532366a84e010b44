package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.Shape;
import java.util.HashMap;
import java.util.Map;

/// Writes as JSON what is only a part of a value: whatever has one of the shapes of its schema.
///
/// Immutable; safe to use from any thread.
public final class JsonParts {

    private final Map<Shape, JsonType> types;

    private JsonParts(Map<Shape, JsonType> types) {
        this.types = types;
    }

    public static JsonParts of(Schema<?> schema, Audience audience) {
        var json = new JsonTypes(audience);
        var types = new HashMap<Shape, JsonType>();
        for (var shape : schema.shapes()) {
            types.put(shape, json.of(shape));
        }
        return new JsonParts(types);
    }

    /// @param shape one of the schema's
    /// @throws IllegalArgumentException if the value holds null where it may not, or bytes of another encoding
    public JsonText write(Shape shape, Object value) {
        var type = types.get(shape);
        if (type == null) {
            throw new IllegalStateException("in no member of this schema: " + shape);
        }
        return new JsonText(JsonCodec.text(type, value));
    }
}
