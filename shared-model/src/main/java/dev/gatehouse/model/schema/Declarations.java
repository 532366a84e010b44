package dev.gatehouse.model.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// Checks what only shows once every type is read: clashes between a union and what stands around it, and records that
/// could never end.
final class Declarations {

    static void check(Collection<Shape> shapes) {
        for (var shape : shapes) {
            switch (shape) {
                case RecordShape record -> {
                    record.flatMember().ifPresent(flat -> checkFlat(record, flat));
                    checkEnds(record, new HashSet<>());
                }
                case UnionShape union -> checkCases(union);
                case Scalar _, EnumShape _, InlineShape _, SequenceShape _, MapShape _ -> {}
            }
        }
    }

    private static void checkFlat(RecordShape shape, RecordMember flat) {
        String where = shape.type().getName() + "." + flat.name();
        if (!(flat.shape() instanceof UnionShape union) || flat.nullable() || flat.serverOnly()) {
            throw new SchemaException(where + ": is @Flat (expected: a union that is always there)");
        }
        var names = new HashSet<String>();
        var numbers = new HashSet<Integer>();
        for (var member : shape.members()) {
            if (!member.flat()) {
                names.add(member.name());
                numbers.add(member.number());
            }
        }
        for (var each : union.cases()) {
            if (numbers.contains(each.number())) {
                throw new SchemaException(where + ": case number " + each.number() + " is that of a member beside it");
            }
            for (var member : each.shape().members()) {
                if (names.contains(member.name())) {
                    throw new SchemaException(where + ": " + member.name() + " is in it and beside it");
                }
            }
        }
    }

    private static void checkCases(UnionShape union) {
        for (var each : union.cases()) {
            for (var member : each.shape().members()) {
                if (member.flat() || member.name().equals(UnionShape.TYPE)) {
                    throw new SchemaException(each.shape().type().getName() + "." + member.name()
                            + ": a member of a case (expected: not @Flat, not named type)");
                }
            }
        }
    }

    /// A record that holds itself, always, has no smallest value.
    private static void checkEnds(RecordShape shape, Set<RecordShape> around) {
        if (!around.add(shape)) {
            throw new SchemaException(shape.type().getName() + ": always contains itself (expected: @Nullable)");
        }
        for (var member : shape.members()) {
            if (!member.nullable() && member.shape() instanceof RecordShape inner) {
                checkEnds(inner, around);
            }
        }
        around.remove(shape);
    }

    private Declarations() {}
}
