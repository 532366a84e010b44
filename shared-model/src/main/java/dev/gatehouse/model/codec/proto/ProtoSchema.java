package dev.gatehouse.model.codec.proto;

import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SchemaException;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exports types as a `.proto` file (proto3), for clients in other languages: what [ProtoCodec] writes, code generated
/// from it reads, and the other way round. `@ServerOnly` members are not in it; their numbers are reserved.
public final class ProtoSchema {

    /// A message or an enum of the file, with those declared inside it in Java.
    ///
    /// @param scope the path from the file's package, such as `ClientMessage.Hello`
    record Declaration(Shape shape, String scope, List<Declaration> inner) {
        String name() {
            return scope.substring(scope.lastIndexOf('.') + 1);
        }
    }

    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();
    private final List<Declaration> top = new ArrayList<>();

    private ProtoSchema() {}

    /// The text of the file. Types declared inside an exported type are declared inside its message, so that two unions
    /// may have a case of the same name.
    ///
    /// @param packageName protobuf's package
    /// @param roots records and sealed interfaces; what they use comes with them
    /// @throws SchemaException if one cannot be encoded, or two types would have the same name
    public static String export(String packageName, Class<?>... roots) {
        var export = new ProtoSchema();
        for (var root : roots) {
            for (var shape : Schema.of(root).shapes()) {
                if (javaType(shape) != null) {
                    export.shapes.putIfAbsent(key(shape), shape);
                }
            }
        }
        export.shapes.values().forEach(export::declare);
        var text = new ProtoText(export::nameOf);
        text.line("// Exported from the Java declarations; a test compares it with them. Do not edit.");
        text.line("syntax = \"proto3\";");
        text.line("");
        text.line("package " + packageName + ";");
        for (var declaration : export.top) {
            text.line("");
            text.declaration(declaration);
        }
        return text.toString();
    }

    private Declaration declare(Shape shape) {
        var known = declarations.get(key(shape));
        if (known != null) {
            return known;
        }
        var around = around(shape);
        var scope = around == null ? simpleName(shape) : around.scope() + "." + simpleName(shape);
        var taken = declarations.values().stream().anyMatch(each -> each.scope().equals(scope));
        if (taken) {
            throw new SchemaException(key(shape) + ": another exported type is called " + scope + " too");
        }
        var declaration = new Declaration(shape, scope, new ArrayList<>());
        declarations.put(key(shape), declaration);
        (around == null ? top : around.inner()).add(declaration);
        return declaration;
    }

    private @Nullable Declaration around(Shape shape) {
        var type = javaType(shape);
        var enclosing = type == null ? null : type.getEnclosingClass();
        var outer = enclosing == null ? null : shapes.get(enclosing.getName());
        return outer == null ? null : declare(outer);
    }

    private String nameOf(Shape shape) {
        return declare(shape).scope();
    }

    /// Schemas read a type each for themselves, so one type may come as several shapes.
    private static String key(Shape shape) {
        var type = javaType(shape);
        var name = type == null ? shape.toString() : type.getName();
        return shape instanceof RecordShape record
                        && type != null
                        && !type.getSimpleName().equals(record.name())
                ? name + " as " + record.name()
                : name;
    }

    private static String simpleName(Shape shape) {
        var type = javaType(shape);
        return shape instanceof RecordShape record ? record.name() : type == null ? "" : type.getSimpleName();
    }

    private static @Nullable Class<?> javaType(Shape shape) {
        return switch (shape) {
            case RecordShape record -> record.type();
            case UnionShape union -> union.type();
            case EnumShape constants -> constants.type();
            default -> null;
        };
    }
}
