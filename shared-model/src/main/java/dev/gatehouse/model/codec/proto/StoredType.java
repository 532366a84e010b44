package dev.gatehouse.model.codec.proto;

import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.AbsentValues;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.Shape;
import java.io.IOException;

/// A record within a stored record that is itself looked into by its members' numbers. Finds the types of the others.
enum StoredType implements ProtoType {
    RECORD;

    private record Known(Shape shape, ProtoType type) {}

    /// Made once for each class: migrations ask again for every player.
    private static final ClassValue<Known> KNOWN = new ClassValue<>() {
        @Override
        protected Known computeValue(Class<?> type) {
            var shape = Schema.shapeOf("a stored member", type);
            return new Known(shape, new ProtoTypes(Audience.SERVER).of(shape));
        }
    };

    /// @throws dev.gatehouse.model.schema.SchemaException if no member may be of this type
    static ProtoType of(Class<?> type) {
        return type == StoredMembers.class ? RECORD : KNOWN.get(type).type();
    }

    /// What an absent member decodes to.
    ///
    /// @param member names it for a refusal
    /// @throws IllegalArgumentException if that type has no such value
    @SuppressWarnings("unchecked") // The absent value of a type is one of its own; a primitive's class cannot cast.
    static <T> T absent(int member, Class<T> type) {
        try {
            return (T)
                    (type == StoredMembers.class
                            ? StoredMembers.EMPTY
                            : AbsentValues.of(KNOWN.get(type).shape(), ProtoType.EMPTY));
        } catch (Unreadable e) {
            throw StoredFields.refusal(member, e);
        }
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
