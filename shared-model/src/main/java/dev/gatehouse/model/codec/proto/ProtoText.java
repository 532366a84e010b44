package dev.gatehouse.model.codec.proto;

import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes the declarations of a `.proto` file.
final class ProtoText {

    private static final String INDENT = "  ";

    private final StringBuilder text = new StringBuilder();
    private final Function<Shape, String> names;
    private int depth;

    /// @param names what a message or an enum is called from anywhere in the file
    ProtoText(Function<Shape, String> names) {
        this.names = names;
    }

    void line(String line) {
        text.append(line.isEmpty() ? "" : INDENT.repeat(depth)).append(line).append('\n');
    }

    void declaration(ProtoSchema.Declaration declaration) {
        if (declaration.shape() instanceof EnumShape constants) {
            enumeration(declaration.name(), constants);
            return;
        }
        line("message " + declaration.name() + " {");
        depth++;
        switch (declaration.shape()) {
            case RecordShape record -> record(record);
            case UnionShape union -> oneOf("kind", union);
            case Scalar _, EnumShape _, InlineShape _, SequenceShape _, MapShape _ ->
                throw new IllegalStateException("no message: " + declaration);
        }
        for (var inner : declaration.inner()) {
            line("");
            declaration(inner);
        }
        depth--;
        line("}");
    }

    private void enumeration(String name, EnumShape shape) {
        line("enum " + name + " {");
        depth++;
        // Constants of all enums of a scope share one space of names.
        var prefix = snakeCase(name).toUpperCase(Locale.ROOT) + "_";
        for (var constant : shape.constants()) {
            line(prefix + ((Enum<?>) constant).name() + " = " + shape.numberOf(constant) + ";");
        }
        depth--;
        line("}");
    }

    private void record(RecordShape shape) {
        reserved(shape);
        for (var member : shape.members()) {
            if (member.shape() instanceof UnionShape union && member.flat()) {
                oneOf(snakeCase(member.name()), union);
            } else if (!member.serverOnly()) {
                line(type(member) + " " + snakeCase(member.name()) + " = " + member.number() + ";"
                        + note(member.shape()));
            }
        }
    }

    private void reserved(RecordShape shape) {
        var numbers = new TreeSet<>(shape.retired());
        shape.members().stream()
                .filter(RecordMember::serverOnly)
                .map(RecordMember::number)
                .forEach(numbers::add);
        if (!numbers.isEmpty()) {
            line("reserved " + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ";");
        }
    }

    private void oneOf(String name, UnionShape union) {
        line("oneof " + name + " {");
        depth++;
        for (var each : union.cases()) {
            // Not by its name on the wire: that need not differ from the names of the members beside it.
            line(names.apply(each.shape()) + " " + snakeCase(each.shape().name()) + " = " + each.number() + ";");
        }
        depth--;
        line("}");
    }

    private String type(RecordMember member) {
        return switch (member.shape()) {
            case SequenceShape sequence -> "repeated " + type(sequence.element());
            case MapShape map -> "map<" + type(map.key()) + ", " + type(map.value()) + ">";
            // Messages know by themselves whether they are there.
            case RecordShape _, UnionShape _ -> type(member.shape());
            case Scalar _, EnumShape _, InlineShape _ -> (member.nullable() ? "optional " : "") + type(member.shape());
        };
    }

    private String type(Shape shape) {
        return switch (shape) {
            case Scalar scalar -> type(scalar);
            case InlineShape inline -> type(inline.component());
            case EnumShape _, RecordShape _, UnionShape _ -> names.apply(shape);
            case SequenceShape _, MapShape _ -> throw new IllegalStateException("a collection as a value: " + shape);
        };
    }

    private static String type(Scalar scalar) {
        return switch (scalar) {
            case INT -> "int32";
            case LONG, DURATION, INSTANT -> "int64";
            case BOOLEAN -> "bool";
            case FLOAT -> "float";
            case DOUBLE -> "double";
            case FIXED -> "sfixed64";
            case STRING, JSON_TEXT -> "string";
            case BYTES, ENCODED -> "bytes";
        };
    }

    private static String note(Shape shape) {
        return switch (shape) {
            case Scalar.FIXED -> "  // times 2^32";
            case Scalar.DURATION -> "  // milliseconds";
            case Scalar.INSTANT -> "  // milliseconds since 1970";
            case Scalar.JSON_TEXT -> "  // a JSON value";
            case Scalar.ENCODED -> "  // a message whose type the reader knows";
            default -> "";
        };
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
