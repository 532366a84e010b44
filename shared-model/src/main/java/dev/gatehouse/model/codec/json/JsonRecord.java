package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.AbsentValues;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/// A record as an object. Absent members are left out, except from a message: see [JsonCodec].
final class JsonRecord implements JsonType {

    private final RecordShape shape;
    private final Strictness strictness;
    private final Map<String, JsonField> byName = new HashMap<>();
    private List<JsonField> fields = List.of();
    private @Nullable RecordMember flatMember;
    private @Nullable JsonUnion flat;

    JsonRecord(RecordShape shape, Strictness strictness) {
        this.shape = shape;
        this.strictness = strictness;
    }

    void linkFlat(RecordMember member, JsonUnion union) {
        flatMember = member;
        flat = union;
    }

    void link(List<JsonField> found) {
        fields = List.copyOf(found);
        for (var field : fields) {
            byName.put(field.member().name(), field);
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) {
        out.writeStartObject();
        if (flat != null && flatMember != null) {
            flat.writeMembers(required(flatMember, value), out, () -> writeMembers(value, out, false), true);
        } else {
            writeMembers(value, out, false);
        }
        out.writeEndObject();
    }

    private Object required(RecordMember member, Object value) {
        var union = shape.get(member, value);
        if (union == null) {
            throw new IllegalArgumentException(shape.name() + "." + member.name() + ": null");
        }
        return union;
    }

    /// Writes what stands between the braces.
    ///
    /// @param nulls whether absent members are written as null
    void writeMembers(Object value, JsonGenerator out, boolean nulls) {
        for (var field : fields) {
            var member = shape.get(field.member(), value);
            if (member != null) {
                out.writeName(field.member().name());
                field.type().write(member, out);
            } else if (nulls) {
                out.writeNullProperty(field.member().name());
            }
        }
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "an object");
        var members = new Members();
        if (flat != null && flatMember != null) {
            members.values[flatMember.index()] = flat.readBeside(in, members);
            return members.build();
        }
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            if (!members.take(name, in)) {
                members.passUnknown(name, in);
            }
        }
        return members.build();
    }

    /// The members of a record as they come in.
    final class Members {

        private final @Nullable Object[] values =
                new @Nullable Object[shape.members().size()];

        /// Reads the member if it is one of this record's.
        ///
        /// @param in stands on the name
        boolean take(String name, JsonInput in) {
            var field = byName.get(name);
            if (field == null) {
                return false;
            }
            values[field.member().index()] = field.read(in);
            return true;
        }

        void passUnknown(String name, JsonInput in) {
            if (strictness != Strictness.LENIENT) {
                throw Unreadable.unknown(name);
            }
            in.next();
            in.skip();
        }

        Object build() {
            if (strictness == Strictness.COMPLETE) {
                refuseMissing(values);
            }
            return AbsentValues.create(shape, values, EMPTY);
        }
    }

    private void refuseMissing(@Nullable Object[] values) {
        for (var field : fields) {
            if (values[field.member().index()] == null && !field.member().nullable()) {
                throw Unreadable.malformed("missing").in(field.member().name());
            }
        }
    }

    Members members() {
        return new Members();
    }
}
