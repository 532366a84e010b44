package dev.gatehouse.model.codec.proto;

import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.AbsentValues;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.EnumShape;
import dev.gatehouse.model.schema.InlineShape;
import dev.gatehouse.model.schema.MapShape;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Scalar;
import dev.gatehouse.model.schema.Schema;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.Shape;
import dev.gatehouse.model.schema.UnionShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Makes the protobuf types of a schema, once. Remembers messages, so that a type may contain itself.
final class ProtoTypes {

    private final Audience audience;
    private final Function<Scalar, ProtoType> scalars;
    private final Map<Shape, ProtoMessage> messages = new HashMap<>();

    ProtoTypes(Audience audience) {
        this(audience, ProtoScalars::of);
    }

    private ProtoTypes(Audience audience, Function<Scalar, ProtoType> scalars) {
        this.audience = audience;
        this.scalars = scalars;
    }

    /// The values without members of a schema by their shapes, as two sides must hold them alike.
    static Map<Shape, ProtoWriter> exactLeaves(Schema<?> schema) {
        var types = new ProtoTypes(Audience.SERVER, ExactScalars::of);
        var leaves = new HashMap<Shape, ProtoWriter>();
        for (var shape : schema.shapes()) {
            switch (shape) {
                case Scalar _, EnumShape _, InlineShape _ -> leaves.put(shape, types.of(shape));
                case RecordShape _, UnionShape _, SequenceShape _, MapShape _ -> {}
            }
        }
        return leaves;
    }

    /// With all messages of a schema: whoever only asks for one of those may share it.
    static ProtoTypes of(Schema<?> schema, Audience audience) {
        var types = new ProtoTypes(audience);
        types.message(schema.shape());
        return types;
    }

    /// @param shape not a collection: those are members, never values
    ProtoType of(Shape shape) {
        return switch (shape) {
            case Scalar scalar -> scalars.apply(scalar);
            case EnumShape constants -> new EnumType(constants);
            case InlineShape inline -> new InlineType(inline, of(inline.component()));
            case RecordShape _, UnionShape _ -> message(shape);
            case SequenceShape _, MapShape _ -> throw new IllegalStateException("a collection as a value: " + shape);
        };
    }

    /// @param shape of a record or a union
    ProtoMessage message(Shape shape) {
        var known = messages.get(shape);
        if (known != null) {
            return known;
        }
        return switch (shape) {
            case RecordShape record -> link(record);
            case UnionShape union -> link(union);
            case Scalar _, EnumShape _, InlineShape _, SequenceShape _, MapShape _ ->
                throw new IllegalStateException("no message: " + shape);
        };
    }

    private ProtoMessage link(RecordShape record) {
        var message = new ProtoMessage(record);
        messages.put(record, message);
        var places = new ArrayList<ProtoPlace>();
        for (var member : record.members()) {
            if (audience.sees(member)) {
                places.add(new ProtoPlace(member.name(), member.index(), slot(member), member, record.parts()));
            }
        }
        message.link(places);
        return message;
    }

    private ProtoMessage link(UnionShape union) {
        var message = new ProtoMessage(union);
        messages.put(union, message);
        message.link(List.of(new ProtoPlace(UnionShape.TYPE, 0, oneOf(union), null, null)));
        return message;
    }

    private ProtoSlot slot(RecordMember member) {
        return switch (member.shape()) {
            case MapShape map -> new ProtoMapSlot(member.number(), map, of(map.key()), of(map.value()));
            case SequenceShape sequence -> sequence(member.number(), sequence, of(sequence.element()));
            case UnionShape union when member.flat() -> oneOf(union);
            case Scalar _, EnumShape _, InlineShape _, RecordShape _, UnionShape _ ->
                new ProtoSlots.Single(member.number(), of(member.shape()), member.nullable());
        };
    }

    private static ProtoSlot sequence(int number, SequenceShape shape, ProtoType element) {
        return element.isPacked()
                ? new ProtoSlots.Packed(number, shape, element)
                : new ProtoSlots.Repeated(number, shape, element);
    }

    private ProtoSlot oneOf(UnionShape union) {
        var cases = new HashMap<Integer, ProtoType>();
        for (var each : union.cases()) {
            cases.put(each.number(), message(each.shape()));
        }
        return new ProtoSlots.OneOf(union, cases);
    }

    private record EnumType(EnumShape shape) implements ProtoType {
        @Override
        public int wireType() {
            return WireFormat.WIRETYPE_VARINT;
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            out.varint(shape.numberOf(value));
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            var constant = shape.byNumber(in.stream().readEnum());
            if (constant == null) {
                throw Unreadable.malformed(
                        "none of the numbers of " + shape.type().getSimpleName());
            }
            return constant;
        }

        @Override
        public boolean isDefault(Object value) {
            return shape.numberOf(value) == 0;
        }
    }

    private record InlineType(InlineShape shape, ProtoType component) implements ProtoType {
        @Override
        public int wireType() {
            return component.wireType();
        }

        @Override
        public void write(Object value, ProtoOutput out) {
            component.write(shape.unwrap(value), out);
        }

        @Override
        public Object read(ProtoInput in) throws IOException {
            return AbsentValues.wrap(shape, component.read(in));
        }

        @Override
        public boolean isDefault(Object value) {
            return component.isDefault(shape.unwrap(value));
        }
    }
}
