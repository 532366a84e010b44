package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.UnionShape;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/// A union as an object whose `type` names the case, with the case's members beside it.
final class JsonUnion implements JsonType {

    private final UnionShape shape;
    private Map<String, JsonRecord> cases = Map.of();

    JsonUnion(UnionShape shape) {
        this.shape = shape;
    }

    void link(Map<String, JsonRecord> found) {
        cases = Map.copyOf(found);
    }

    @Override
    public void write(Object value, JsonGenerator out) {
        out.writeStartObject();
        writeMembers(value, out, () -> {}, false);
        out.writeEndObject();
    }

    /// Writes what stands between the braces.
    ///
    /// @param beside writes what goes between the type and the members
    /// @param nulls whether absent members are written as null
    void writeMembers(Object value, JsonGenerator out, Runnable beside, boolean nulls) {
        var name = shape.caseOf(value).name();
        out.writeStringProperty(UnionShape.TYPE, name);
        beside.run();
        record(name).writeMembers(value, out, nulls);
    }

    @Override
    public Object read(JsonInput in) {
        in.expect(JsonToken.START_OBJECT, "an object");
        return readBeside(in, null);
    }

    /// Reads to the end of the object.
    ///
    /// @param in stands on the object's start
    /// @param beside takes the members that are not the case's
    Object readBeside(JsonInput in, JsonRecord.@Nullable Members beside) {
        int start = in.offset();
        var name = in.nextName();
        if (name == null) {
            throw Unreadable.malformed("has no type");
        }
        var type = name.equals(UnionShape.TYPE) ? typeHere(in) : in.findType(start);
        var members = record(type).members();
        if (name.equals(UnionShape.TYPE)) {
            name = in.nextName();
        }
        for (; name != null; name = in.nextName()) {
            if (name.equals(UnionShape.TYPE)) {
                // It was read ahead of its turn.
                in.next();
                in.skip();
            } else if (beside == null || !beside.take(name, in)) {
                readMember(type, name, members, in);
            }
        }
        try {
            return members.build();
        } catch (Unreadable e) {
            throw e.in(type);
        }
    }

    private static String typeHere(JsonInput in) {
        in.next();
        try {
            return in.string();
        } catch (Unreadable e) {
            throw e.in(UnionShape.TYPE);
        }
    }

    private static void readMember(String type, String name, JsonRecord.Members members, JsonInput in) {
        try {
            if (!members.take(name, in)) {
                members.passUnknown(name, in);
            }
        } catch (Unreadable e) {
            throw e.in(type);
        }
    }

    private JsonRecord record(String name) {
        var record = cases.get(name);
        if (record == null) {
            throw Unreadable.unknownType();
        }
        return record;
    }
}
