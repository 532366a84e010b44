package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/// A sorted map as an object: keys are its names, numbers in decimal.
record JsonMap(MapShape shape, JsonType value) implements JsonType {

    @Override
    public void write(Object map, JsonGenerator out) {
        out.writeStartObject();
        for (var entry : ((Map<?, ?>) map).entrySet()) {
            out.writeName(name(shape.key(), entry.getKey()));
            value.write(entry.getValue(), out);
        }
        out.writeEndObject();
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "an object");
        var entries = new TreeMap<>(shape.order());
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            var key = key(shape.key(), name);
            in.next();
            try {
                entries.put(key, value.read(in));
            } catch (Unreadable e) {
                throw e.at(entries.size());
            }
        }
        return shape.create(entries);
    }

    /// A key as the name of a member.
    static String name(Shape shape, Object key) {
        return shape instanceof InlineShape inline ? name(inline.component(), inline.unwrap(key)) : key.toString();
    }

    private static Object key(Shape shape, String name) {
        return switch (shape) {
            case InlineShape inline -> AbsentValues.wrap(inline, key(inline.component(), name));
            case Scalar scalar -> key(scalar, name);
            case EnumShape _, RecordShape _, UnionShape _, SequenceShape _, MapShape _ ->
                throw new IllegalStateException("no key: " + shape);
        };
    }

    private static Object key(Scalar scalar, String name) {
        if (scalar == Scalar.STRING) {
            return name;
        }
        try {
            long number = Long.parseLong(name);
            // One number has one name: `07` and `7` would otherwise be two members and one key.
            boolean canonical = Long.toString(number).equals(name);
            if (canonical && (scalar == Scalar.LONG || number == (int) number)) {
                return scalar == Scalar.LONG ? (Object) number : (Object) (int) number;
            }
        } catch (NumberFormatException e) {
            throw Unreadable.malformed("a key is not a number");
        }
        throw Unreadable.malformed("a key is not a number in range, without leading zeros");
    }
}
