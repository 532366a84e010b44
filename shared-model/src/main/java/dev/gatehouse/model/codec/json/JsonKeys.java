package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.AbsentValues;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;

/// Keys of sorted maps as names of members: numbers in decimal.
public final class JsonKeys {

    /// A key as the name of a member.
    public static String name(Shape shape, Object key) {
        return shape instanceof InlineShape inline ? name(inline.component(), inline.unwrap(key)) : key.toString();
    }

    /// @throws Unreadable if it is no such key's name
    static Object key(Shape shape, String name) {
        return switch (shape) {
            case InlineShape inline -> AbsentValues.wrap(inline, key(inline.component(), name));
            case Scalar scalar -> key(scalar, name);
            case EnumShape _, RecordShape _, UnionShape _, SequenceShape _, MapShape _ ->
                throw new IllegalStateException("no key: " + shape);
        };
    }

    private static Object key(Scalar scalar, String name) {
        if (scalar == Scalar.STRING) {
            return name;
        }
        try {
            long number = Long.parseLong(name);
            // One number has one name: `07` and `7` would otherwise be two members and one key.
            boolean canonical = Long.toString(number).equals(name);
            if (canonical && (scalar == Scalar.LONG || number == (int) number)) {
                return scalar == Scalar.LONG ? (Object) number : (Object) (int) number;
            }
        } catch (NumberFormatException e) {
            throw Unreadable.malformed("a key is not a number");
        }
        throw Unreadable.malformed("a key is not a number in range, without leading zeros");
    }

    private JsonKeys() {}
}
