package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SchemaException;
import dev.gatehouse.model.schema.Shape;
import java.util.List;

/// The members of a model, or of a method's result, that clients do not get. What they read has the absent value in
/// their place.
public final class HiddenMembers {

    /// Tries the absent value of each.
    ///
    /// @throws SchemaException naming one that has none
    public static void check(Schema<?> schema) {
        check(schema.shapes());
    }

    static void check(List<Shape> shapes) {
        for (var shape : shapes) {
            if (shape instanceof RecordShape record) {
                record.members().stream()
                        .filter(member -> member.serverOnly() && !member.nullable())
                        .forEach(member -> check(record, member));
            }
        }
    }

    private static void check(RecordShape record, RecordMember member) {
        try {
            AbsentValues.of(member.shape(), ProtoType.EMPTY);
        } catch (Unreadable e) {
            throw new SchemaException(record.type().getName() + "." + member.name()
                    + ": is @ServerOnly and has no absent value for clients ("
                    + e.in(member.name()).describe() + "; expected: @Nullable)");
        }
    }

    private HiddenMembers() {}
}
