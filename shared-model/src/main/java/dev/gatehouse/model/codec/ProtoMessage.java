package dev.gatehouse.model.codec;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.UnionShape;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record or a union as a message.
final class ProtoMessage implements ProtoType {

    /// A slot, what it is called in refusals, and where its value stands among the members.
    record Place(
            String name,
            int index,
            ProtoSlot slot,
            @Nullable RecordMember member) {}

    /// The record; absent for a union, which is the value of its only slot.
    private final @Nullable RecordShape shape;

    private final int members;
    private final Map<Integer, Place> byNumber = new HashMap<>();
    private List<Place> places = List.of();

    ProtoMessage(RecordShape shape) {
        this.shape = shape;
        this.members = shape.members().size();
    }

    ProtoMessage(UnionShape union) {
        this.shape = null;
        this.members = 1;
    }

    void link(List<Place> found) {
        places = List.copyOf(found);
        for (var place : found) {
            for (int number : place.slot().numbers()) {
                byNumber.put(number, place);
            }
        }
    }

    @Override
    public int wireType() {
        return WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    /// Messages have presence: an empty one is written too.
    @Override
    public boolean isDefault(Object value) {
        return false;
    }

    @Override
    public int size(Object value, Sizes sizes) {
        int reserved = sizes.reserve();
        int body = bodySize(value, sizes);
        sizes.set(reserved, body);
        return CodedOutputStream.computeUInt32SizeNoTag(body) + body;
    }

    int bodySize(Object value, Sizes sizes) {
        int size = 0;
        for (var place : places) {
            size += place.slot().size(member(place, value), sizes);
        }
        return size;
    }

    /// What somebody wants to know of each member.
    interface MemberSize {

        /// @param bytes with the member's tags
        void accept(RecordMember member, Object value, int bytes);
    }

    /// Visits the members that take any bytes, in their order.
    void forEachMember(Object value, MemberSize visitor) {
        for (var place : places) {
            var part = member(place, value);
            int bytes = place.slot().size(part, new Sizes());
            if (place.member() != null && part != null && bytes > 0) {
                visitor.accept(place.member(), part, bytes);
            }
        }
    }

    @Override
    public void write(Object value, CodedOutputStream out, Sizes sizes) throws IOException {
        out.writeUInt32NoTag(sizes.next());
        writeBody(value, out, sizes);
    }

    void writeBody(Object value, CodedOutputStream out, Sizes sizes) throws IOException {
        for (var place : places) {
            place.slot().write(member(place, value), out, sizes);
        }
    }

    private @Nullable Object member(Place place, Object value) {
        return shape == null || place.member() == null ? value : shape.get(place.member(), value);
    }

    @Override
    public Object read(ProtoInput in) throws IOException {
        return in.inside(this::readBody);
    }

    /// Reads to the end of the stream or of the current length.
    Object readBody(ProtoInput in) throws IOException {
        var values = new @Nullable Object[members];
        boolean unknown = false;
        for (int tag = in.stream().readTag(); tag != 0; tag = in.stream().readTag()) {
            var place = byNumber.get(WireFormat.getTagFieldNumber(tag));
            if (place == null) {
                unknown = true;
                in.pass(tag, shape == null ? Set.of() : shape.retired());
            } else {
                values[place.index()] = readField(in, tag, place, values[place.index()]);
            }
        }
        for (var place : places) {
            var read = values[place.index()];
            if (read != null) {
                values[place.index()] = place.slot().finish(read);
            } else if (unknown && place.slot() instanceof ProtoSlots.OneOf) {
                throw Unreadable.unknownType();
            }
        }
        return create(values);
    }

    private static Object readField(ProtoInput in, int tag, Place place, @Nullable Object soFar) throws IOException {
        try {
            return place.slot().read(in, tag, soFar);
        } catch (Unreadable e) {
            throw e.in(place.name());
        } catch (InvalidProtocolBufferException e) {
            throw Unreadable.malformed(String.valueOf(e.getMessage())).in(place.name());
        }
    }

    private Object create(@Nullable Object[] values) {
        if (shape != null) {
            return AbsentValues.create(shape, values, EMPTY);
        }
        var union = values[0];
        if (union == null) {
            throw Unreadable.malformed("has no type");
        }
        return union;
    }
}
