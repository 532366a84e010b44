package dev.gatehouse.model.codec.proto;

import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.Ordered;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.SequenceShape;
import dev.gatehouse.model.schema.UnionShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The kinds of slots, but for maps.
final class ProtoSlots {

    /// One value.
    record Single(int number, ProtoType type, boolean nullable) implements ProtoSlot {

        @Override
        public int[] numbers() {
            return new int[] {number};
        }

        private boolean isWritten(@Nullable Object value) {
            return value != null && (nullable || !type.isDefault(value));
        }

        @Override
        public void write(@Nullable Object value, ProtoOutput out) {
            if (value != null && isWritten(value)) {
                out.tag(number, type.wireType());
                type.write(value, out);
            }
        }

        @Override
        public Object read(ProtoInput in, int tag, @Nullable Object soFar) throws IOException {
            ProtoSlot.expectWireType(tag, type.wireType());
            return type.read(in);
        }
    }

    /// Any number of values, a field for each.
    record Repeated(int number, SequenceShape shape, ProtoType type) implements ProtoSlot {

        @Override
        public int[] numbers() {
            return new int[] {number};
        }

        @Override
        public void write(@Nullable Object value, ProtoOutput out) {
            for (var each : elements(shape, value)) {
                out.tag(number, type.wireType());
                type.write(each, out);
            }
        }

        @Override
        public Object read(ProtoInput in, int tag, @Nullable Object soFar) throws IOException {
            var elements = elements(soFar);
            try {
                ProtoSlot.expectWireType(tag, type.wireType());
                elements.add(type.read(in));
                return elements;
            } catch (Unreadable e) {
                throw e.at(elements.size());
            }
        }

        @Override
        public Object finish(Object read) {
            return shape.create(elements(read));
        }
    }

    /// Any number of numbers in one field. Reads a field for each as well, as protobuf demands.
    record Packed(int number, SequenceShape shape, ProtoType type) implements ProtoSlot {

        @Override
        public int[] numbers() {
            return new int[] {number};
        }

        @Override
        public void write(@Nullable Object value, ProtoOutput out) {
            var elements = elements(shape, value);
            if (!elements.isEmpty()) {
                out.tag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                int place = out.begin();
                for (var each : elements) {
                    type.write(each, out);
                }
                out.end(place);
            }
        }

        @Override
        public Object read(ProtoInput in, int tag, @Nullable Object soFar) throws IOException {
            var elements = elements(soFar);
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                ProtoSlot.expectWireType(tag, type.wireType());
                elements.add(type.read(in));
                return elements;
            }
            int outer = in.enter();
            while (!in.stream().isAtEnd()) {
                elements.add(type.read(in));
            }
            in.leave(outer);
            return elements;
        }

        @Override
        public Object finish(Object read) {
            return shape.create(elements(read));
        }
    }

    /// One case of a union. Where several are there, the last one holds, as protobuf demands.
    record OneOf(UnionShape shape, Map<Integer, ProtoType> cases) implements ProtoSlot {

        @Override
        public int[] numbers() {
            return shape.cases().stream().mapToInt(UnionShape.UnionCase::number).toArray();
        }

        private ProtoType type(int number) {
            var type = cases.get(number);
            if (type == null) {
                throw new IllegalStateException("no case " + number + " of " + shape.type());
            }
            return type;
        }

        @Override
        public void write(@Nullable Object value, ProtoOutput out) {
            if (value != null) {
                int number = shape.caseOf(value).number();
                out.tag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                type(number).write(value, out);
            }
        }

        @Override
        public Object read(ProtoInput in, int tag, @Nullable Object soFar) throws IOException {
            ProtoSlot.expectWireType(tag, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            return type(WireFormat.getTagFieldNumber(tag)).read(in);
        }
    }

    /// The elements of a member's value, in ascending order where it is a sorted set.
    private static Collection<?> elements(SequenceShape shape, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        var elements = (Collection<?>) value;
        if (shape.kind() == SequenceShape.Kind.SORTED_SET) {
            Ordered.check(shape.order(), elements);
        }
        return elements;
    }

    @SuppressWarnings("unchecked") // Only lists made here are given back to us.
    private static List<Object> elements(@Nullable Object soFar) {
        return soFar == null ? new ArrayList<>() : (List<Object>) soFar;
    }

    private ProtoSlots() {}
}
