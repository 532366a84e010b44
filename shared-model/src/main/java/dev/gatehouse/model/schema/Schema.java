package dev.gatehouse.model.schema;

import java.lang.reflect.Type;
import java.util.List;

/// How a record or a sealed interface of [Case] records is built, read once from its declaration and then walked by
/// every encoding, hash and difference. Immutable; safe to use from any thread.
///
/// @param <T> the record or the sealed interface
public final class Schema<T> {

    private static final ClassValue<Schema<?>> KNOWN = new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
            var reader = new ShapeReader();
            return new Schema<>(type, reader.root(type), reader.shapes());
        }
    };

    private final Class<T> type;
    private final Shape shape;
    private final List<Shape> shapes;

    private Schema(Class<T> type, Shape shape, List<Shape> shapes) {
        this.type = type;
        this.shape = shape;
        this.shapes = shapes;
    }

    /// The schema of this type, the same one on every call.
    ///
    /// @throws SchemaException naming the member that cannot be encoded as it is declared
    @SuppressWarnings("unchecked") // The schema of a type is stored under that type.
    public static <T> Schema<T> of(Class<T> type) {
        return (Schema<T>) KNOWN.get(type);
    }

    /// As [#of], of what a sender and a receiver both know whole, such as an action: nothing in it may be kept on the
    /// server, and none of its own members is left out of a checksum that it is not in.
    ///
    /// @throws SchemaException as [#of], and naming the member that is `@ServerOnly` or `@NoChecksum`
    public static <T> Schema<T> ofArguments(Class<T> type) {
        var schema = of(type);
        Declarations.checkArguments(schema.shapes);
        if (schema.shape instanceof RecordShape record) {
            Declarations.checkChecksummed(record);
        }
        return schema;
    }

    /// The shape of a value that stands alone, such as a parameter of a method: anything that a member
    /// may be.
    ///
    /// @param where names it for the refusal
    /// @throws SchemaException naming what cannot be encoded as it is declared
    public static Shape shapeOf(String where, Type type) {
        return new ShapeReader().part(where, type);
    }

    /// Every shape in one that stands alone, each once.
    ///
    /// @throws SchemaException as [#shapeOf]
    public static List<Shape> shapesOf(String where, Type type) {
        var reader = new ShapeReader();
        reader.part(where, type);
        return reader.shapes();
    }

    /// As [#shapeOf], of a parameter that clients give: nothing in it may be `@ServerOnly`.
    ///
    /// @throws SchemaException as [#shapeOf], and naming the member that is
    public static Shape parameterOf(String where, Type type) {
        var reader = new ShapeReader();
        var shape = reader.part(where, type);
        Declarations.checkArguments(reader.shapes());
        return shape;
    }

    public Class<T> type() {
        return type;
    }

    /// A [RecordShape] or a [UnionShape].
    public Shape shape() {
        return shape;
    }

    /// Every shape in it, each once: its own first, then as they come up in the declarations.
    public List<Shape> shapes() {
        return shapes;
    }

    @Override
    public String toString() {
        return "Schema[" + type.getName() + "]";
    }
}
