package dev.gatehouse.model.codec;

import com.google.protobuf.WireFormat;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.Shape;
import java.io.IOException;

/// A record within a stored record that is itself looked into by its members' numbers. Finds the types of the others.
enum StoredType implements ProtoType {
    RECORD;

    /// @param member names it for a refusal
    static ProtoType of(int member, Class<?> type) {
        return type == StoredMembers.class ? RECORD : new ProtoTypes(Audience.SERVER).of(shape(member, type));
    }

    /// What an absent member decodes to.
    ///
    /// @throws IllegalArgumentException if that type has no such value
    @SuppressWarnings("unchecked") // The absent value of a type is one of its own; a primitive's class cannot cast.
    static <T> T absent(int member, Class<T> type) {
        try {
            return (T)
                    (type == StoredMembers.class
                            ? StoredMembers.EMPTY
                            : AbsentValues.of(shape(member, type), ProtoType.EMPTY));
        } catch (Unreadable e) {
            throw StoredFields.refusal(member, e);
        }
    }

    private static Shape shape(int member, Class<?> type) {
        return Schema.shapeOf("member " + member, type);
    }

    @Override
    public int wireType() {
        return WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    @Override
    public void write(Object value, ProtoOutput out) {
        out.bytes(((StoredMembers) value).bytes());
    }

    @Override
    public Object read(ProtoInput in) throws IOException {
        return StoredMembers.read(in.stream().readBytes());
    }

    @Override
    public boolean isDefault(Object value) {
        return false;
    }
}
