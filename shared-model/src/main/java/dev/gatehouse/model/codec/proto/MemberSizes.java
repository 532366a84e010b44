package dev.gatehouse.model.codec.proto;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Schema;

/// How many bytes a model and the members of its records take in protobuf's wire format.
///
/// Immutable; safe to use from any thread.
public final class MemberSizes {

    /// What somebody wants to know of each member.
    public interface Visitor {

        /// @param bytes with the member's tags
        void accept(RecordMember member, Object value, int bytes);
    }

    private static final ClassValue<MemberSizes> KNOWN = new ClassValue<>() {
        @Override
        protected MemberSizes computeValue(Class<?> type) {
            return new MemberSizes(Schema.of(type));
        }
    };

    private final Schema<?> schema;
    private final ProtoTypes types;

    private MemberSizes(Schema<?> schema) {
        this.schema = schema;
        this.types = ProtoTypes.of(schema, Audience.SERVER);
    }

    /// Those of this type's values; the same ones on every call.
    ///
    /// @throws dev.gatehouse.model.schema.SchemaException if the type cannot be encoded
    public static MemberSizes of(Class<?> type) {
        return KNOWN.get(type);
    }

    /// @throws IllegalArgumentException if the model holds null where it may not
    public int bytes(Object model) {
        var out = new ProtoOutput(0);
        types.message(schema.shape()).writeBody(model, out);
        return out.size();
    }

    /// Visits the members of a record that take any bytes, in their order.
    ///
    /// @param shape one of the type's schema
    public void forEachMember(RecordShape shape, Object record, Visitor visitor) {
        types.message(shape).forEachMember(record, visitor);
    }
}
