package dev.gatehouse.model.codec;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
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
        public int size(@Nullable Object value, Sizes sizes) {
            return value != null && isWritten(value)
                    ? CodedOutputStream.computeTagSize(number) + type.size(value, sizes)
                    : 0;
        }

        @Override
        public void write(@Nullable Object value, CodedOutputStream out, Sizes sizes) throws IOException {
            if (value != null && isWritten(value)) {
                out.writeTag(number, type.wireType());
                type.write(value, out, sizes);
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
        public int size(@Nullable Object value, Sizes sizes) {
            int size = 0;
            for (var each : elements(shape, value)) {
                size += CodedOutputStream.computeTagSize(number) + type.size(each, sizes);
            }
            return size;
        }

        @Override
        public void write(@Nullable Object value, CodedOutputStream out, Sizes sizes) throws IOException {
            for (var each : elements(shape, value)) {
                out.writeTag(number, type.wireType());
                type.write(each, out, sizes);
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
        public int size(@Nullable Object value, Sizes sizes) {
            var elements = elements(shape, value);
            if (elements.isEmpty()) {
                return 0;
            }
            int place = sizes.reserve();
            int size = 0;
            for (var each : elements) {
                size += type.size(each, sizes);
            }
            sizes.set(place, size);
            return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt32SizeNoTag(size) + size;
        }

        @Override
        public void write(@Nullable Object value, CodedOutputStream out, Sizes sizes) throws IOException {
            var elements = elements(shape, value);
            if (!elements.isEmpty()) {
                out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                out.writeUInt32NoTag(sizes.next());
                for (var each : elements) {
                    type.write(each, out, sizes);
                }
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
            return in.inside(inner -> {
                while (!inner.stream().isAtEnd()) {
                    elements.add(type.read(inner));
                }
                return elements;
            });
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
        public int size(@Nullable Object value, Sizes sizes) {
            if (value == null) {
                return 0;
            }
            int number = shape.caseOf(value).number();
            return CodedOutputStream.computeTagSize(number) + type(number).size(value, sizes);
        }

        @Override
        public void write(@Nullable Object value, CodedOutputStream out, Sizes sizes) throws IOException {
            if (value != null) {
                int number = shape.caseOf(value).number();
                out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
                type(number).write(value, out, sizes);
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
