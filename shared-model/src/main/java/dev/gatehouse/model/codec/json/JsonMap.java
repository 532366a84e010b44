package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.MapShape;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/// A sorted map as an object: its keys are the names of the members.
record JsonMap(MapShape shape, JsonType value) implements JsonType {

    @Override
    public void write(Object map, JsonGenerator out) {
        out.writeStartObject();
        for (var entry : ((Map<?, ?>) map).entrySet()) {
            out.writeName(JsonKeys.name(shape.key(), entry.getKey()));
            value.write(entry.getValue(), out);
        }
        out.writeEndObject();
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "an object");
        var entries = new TreeMap<>(shape.order());
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            var key = JsonKeys.key(shape.key(), name);
            in.next();
            try {
                entries.put(key, value.read(in));
            } catch (Unreadable e) {
                throw e.at(entries.size());
            }
        }
        return shape.create(entries);
    }
}
