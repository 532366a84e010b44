package dev.gatehouse.model.schema;

import java.util.Comparator;

/// The order of map keys and set elements: natural for strings (by UTF-16 unit) and numbers, the component's for an
/// inline record that has none of its own.
final class KeyOrder {

    @SuppressWarnings("unchecked") // All keys of one collection have the type of its shape.
    static Comparator<Object> of(Shape key) {
        if (key instanceof InlineShape inline && !Comparable.class.isAssignableFrom(inline.type())) {
            return Comparator.comparing(each -> (Comparable<Object>) inline.unwrap(each));
        }
        return (Comparator<Object>) (Comparator<?>) Comparator.naturalOrder();
    }

    static boolean isKey(Shape shape) {
        return switch (shape) {
            case Scalar scalar -> scalar == Scalar.STRING || scalar == Scalar.INT || scalar == Scalar.LONG;
            case InlineShape inline -> isKey(inline.component());
            case EnumShape _, RecordShape _, UnionShape _, SequenceShape _, MapShape _ -> false;
        };
    }

    private KeyOrder() {}
}
