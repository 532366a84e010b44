package dev.gatehouse.model.codec;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SchemaException;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The members of a model, or of a method's result, that clients do not get. What they read has the absent value in
/// their place.
public final class HiddenMembers {

    /// What an absent [Encoded] stands for.
    private static final Encoded EMPTY = new Encoded.Proto(ByteString.EMPTY);

    /// Tries the absent value of each.
    ///
    /// @throws SchemaException naming one that has none
    public static void check(Schema<?> schema) {
        check(schema.shapes());
    }

    /// As [#check(Schema)], of what is in several shapes.
    public static void check(List<Shape> shapes) {
        for (var shape : shapes) {
            if (shape instanceof RecordShape record) {
                record.members().stream()
                        .filter(member -> member.serverOnly() && !member.nullable())
                        .forEach(member -> check(record, member));
            }
        }
    }

    /// Whether there is one anywhere in a model.
    public static boolean anyIn(Schema<?> schema) {
        return anyIn(schema.shape(), new HashSet<>());
    }

    /// Whether a record has one, or anything in it has.
    static boolean anyIn(RecordShape record) {
        return anyIn(record, new HashSet<>());
    }

    private static boolean anyIn(Shape shape, Set<Shape> seen) {
        if (!seen.add(shape)) {
            return false;
        }
        return switch (shape) {
            case Scalar _, EnumShape _, InlineShape _ -> false;
            case RecordShape record ->
                record.members().stream().anyMatch(member -> member.serverOnly() || anyIn(member.shape(), seen));
            case UnionShape union -> union.cases().stream().anyMatch(each -> anyIn(each.shape(), seen));
            case SequenceShape sequence -> anyIn(sequence.element(), seen);
            case MapShape map -> anyIn(map.value(), seen);
        };
    }

    private static void check(RecordShape record, RecordMember member) {
        try {
            AbsentValues.of(member.shape(), EMPTY);
        } catch (Unreadable e) {
            throw new SchemaException(record.type().getName() + "." + member.name()
                    + ": is @ServerOnly and has no absent value for clients ("
                    + e.in(member.name()).describe() + "; expected: @Nullable)");
        }
    }

    private HiddenMembers() {}
}
