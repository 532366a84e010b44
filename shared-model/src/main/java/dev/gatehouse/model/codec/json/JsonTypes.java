package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.AbsentValues;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/// Makes the JSON types of a schema, once. Remembers records and unions, so that a type may contain itself.
final class JsonTypes {

    private final Audience audience;
    private final Strictness strictness;
    private final Map<Shape, JsonRecord> records = new HashMap<>();
    private final Map<Shape, JsonUnion> unions = new HashMap<>();

    JsonTypes(Audience audience) {
        this(audience, Strictness.LENIENT);
    }

    JsonTypes(Audience audience, Strictness strictness) {
        this.audience = audience;
        this.strictness = strictness;
    }

    JsonType of(Shape shape) {
        return switch (shape) {
            case Scalar scalar -> new JsonScalar(scalar);
            case EnumShape constants -> new EnumType(constants);
            case InlineShape inline -> new InlineType(inline, of(inline.component()));
            case RecordShape record -> record(record);
            case UnionShape union -> union(union);
            case SequenceShape sequence -> new SequenceType(sequence, of(sequence.element()));
            case MapShape map -> new JsonMap(map, of(map.value()));
        };
    }

    JsonRecord record(RecordShape shape) {
        var known = records.get(shape);
        if (known != null) {
            return known;
        }
        var record = new JsonRecord(shape, strictness);
        records.put(shape, record);
        var fields = new ArrayList<JsonField>();
        for (var member : shape.members()) {
            if (member.shape() instanceof UnionShape union && member.flat()) {
                record.linkFlat(member, union(union));
            } else if (audience.sees(member)) {
                fields.add(new JsonField(member, of(member.shape())));
            }
        }
        record.link(fields);
        return record;
    }

    JsonUnion union(UnionShape shape) {
        var known = unions.get(shape);
        if (known != null) {
            return known;
        }
        var union = new JsonUnion(shape);
        unions.put(shape, union);
        var cases = new HashMap<String, JsonRecord>();
        for (var each : shape.cases()) {
            cases.put(each.name(), record(each.shape()));
        }
        union.link(cases);
        return union;
    }

    private record EnumType(EnumShape shape) implements JsonType {
        @Override
        public void write(Object value, JsonGenerator out) {
            out.writeString(shape.nameOf(value));
        }

        @Override
        public Object read(JsonInput in) {
            var constant = shape.byName(in.string());
            if (constant == null) {
                throw Unreadable.malformed("none of " + shape.names());
            }
            return constant;
        }
    }

    private record InlineType(InlineShape shape, JsonType component) implements JsonType {
        @Override
        public void write(Object value, JsonGenerator out) {
            component.write(shape.unwrap(value), out);
        }

        @Override
        public Object read(JsonInput in) {
            return AbsentValues.wrap(shape, component.read(in));
        }
    }

    private record SequenceType(SequenceShape shape, JsonType element) implements JsonType {
        @Override
        public void write(Object value, JsonGenerator out) {
            out.writeStartArray();
            for (var each : (Iterable<?>) value) {
                element.write(each, out);
            }
            out.writeEndArray();
        }

        @Override
        public Object read(JsonInput in) {
            in.expect(JsonToken.START_ARRAY, "a list");
            var elements = new ArrayList<Object>();
            try {
                while (in.next() != JsonToken.END_ARRAY) {
                    elements.add(element.read(in));
                }
            } catch (Unreadable e) {
                throw e.at(elements.size());
            }
            return shape.create(elements);
        }
    }
}
