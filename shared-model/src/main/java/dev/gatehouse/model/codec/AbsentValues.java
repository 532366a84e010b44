package dev.gatehouse.model.codec;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a member decodes to that is not in the input and may not be null.
public final class AbsentValues {

    /// @param empty an empty message in the encoding at hand
    /// @throws Unreadable if there is no such value
    public static Object of(Shape shape, Encoded empty) {
        return switch (shape) {
            case Scalar scalar -> of(scalar, empty);
            case EnumShape constants -> constants.constants().getFirst();
            case InlineShape inline -> wrap(inline, of(inline.component(), empty));
            case RecordShape record -> of(record, empty);
            case SequenceShape sequence -> sequence.create(List.of());
            case MapShape map -> map.create(new TreeMap<>(map.order()));
            case UnionShape _ -> throw Unreadable.malformed("missing");
        };
    }

    private static Object of(Scalar scalar, Encoded empty) {
        return switch (scalar) {
            case INT -> 0;
            case LONG -> 0L;
            case BOOLEAN -> false;
            case FLOAT -> 0f;
            case DOUBLE -> 0d;
            case FIXED -> Fixed.ZERO;
            case STRING -> "";
            case BYTES -> ByteString.EMPTY;
            case DURATION -> Duration.ZERO;
            case INSTANT -> Instant.EPOCH;
            case JSON_TEXT -> throw Unreadable.malformed("missing");
            case ENCODED -> empty;
        };
    }

    private static Object of(RecordShape record, Encoded empty) {
        var values = new @Nullable Object[record.members().size()];
        return create(record, values, empty);
    }

    /// @throws Unreadable if the record's constructor refuses the value
    public static Object wrap(InlineShape inline, Object value) {
        try {
            return inline.wrap(value);
        } catch (RuntimeException e) {
            // The constructor may be a game's, and the value anybody's: whatever it throws, the input is to blame.
            throw Unreadable.refusedBy(inline.type(), e);
        }
    }

    /// A record of these values, absent ones filled in.
    ///
    /// @throws Unreadable if one of them has no default or the record's constructor refuses them
    public static Object create(RecordShape record, @Nullable Object[] values, Encoded empty) {
        for (var member : record.members()) {
            if (values[member.index()] == null && !member.nullable()) {
                try {
                    values[member.index()] = of(member.shape(), empty);
                } catch (Unreadable e) {
                    throw e.in(member);
                }
            }
        }
        try {
            return record.create(values);
        } catch (RuntimeException e) {
            // As above.
            var refused = Unreadable.refusedBy(record.type(), e);
            throw HiddenMembers.anyIn(record) ? refused.hushed() : refused;
        }
    }

    private AbsentValues() {}
}
