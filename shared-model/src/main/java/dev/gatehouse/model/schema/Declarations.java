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
        String where = where(shape, flat);
        if (!(flat.shape() instanceof UnionShape union) || flat.nullable()) {
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
                    throw new SchemaException(
                            where(each.shape(), member) + ": a member of a case (expected: not @Flat, not named type)");
                }
            }
        }
    }

    /// What one side gives the other is known to both.
    static void checkArguments(Collection<Shape> shapes) {
        for (var shape : shapes) {
            if (shape instanceof RecordShape record) {
                for (var member : record.members()) {
                    if (member.serverOnly()) {
                        throw new SchemaException(where(record, member)
                                + ": is @ServerOnly in an argument, which its client knows (expected: not there)");
                    }
                }
            }
        }
    }

    /// A record inside may be one of the model's, and be left out of the checksum there.
    static void checkChecksummed(RecordShape arguments) {
        for (var member : arguments.members()) {
            if (!member.checksummed()) {
                throw new SchemaException(
                        where(arguments, member) + ": is @NoChecksum (expected: a member of a model, not an argument)");
            }
        }
    }

    private static String where(RecordShape shape, RecordMember member) {
        return shape.type().getName() + "." + member.name();
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
