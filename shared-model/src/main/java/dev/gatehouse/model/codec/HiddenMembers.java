package dev.gatehouse.model.codec;

import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SchemaException;

/// The members of a model that its clients do not get. What they read has the absent value in their place.
public final class HiddenMembers {

    /// Tries the absent value of each.
    ///
    /// @throws SchemaException naming one that has none
    public static void check(Schema<?> schema) {
        for (var shape : schema.shapes()) {
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
