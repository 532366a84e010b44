package dev.gatehouse.model.codec;

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
import java.util.stream.IntStream;
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

    private static final int SMALL = 64;

    private final int members;
    private final Map<Integer, Place> byNumber = new HashMap<>();

    /// The same for small numbers, which nearly all are.
    private @Nullable Place[] bySmallNumber = new Place[0];

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
        bySmallNumber = IntStream.range(0, SMALL).mapToObj(byNumber::get).toArray(Place[]::new);
    }

    private @Nullable Place placeOf(int number) {
        return number < bySmallNumber.length ? bySmallNumber[number] : byNumber.get(number);
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

    /// What somebody wants to know of each member.
    interface MemberSize {

        /// @param bytes with the member's tags
        void accept(RecordMember member, Object value, int bytes);
    }

    /// Visits the members that take any bytes, in their order.
    void forEachMember(Object value, MemberSize visitor) {
        var out = new ProtoOutput(0);
        for (var place : places) {
            var part = member(place, value);
            out.clear();
            place.slot().write(part, out);
            if (place.member() != null && part != null && out.size() > 0) {
                visitor.accept(place.member(), part, out.size());
            }
        }
    }

    @Override
    public void write(Object value, ProtoOutput out) {
        int place = out.begin();
        writeBody(value, out);
        out.end(place);
    }

    void writeBody(Object value, ProtoOutput out) {
        for (var place : places) {
            place.slot().write(member(place, value), out);
        }
    }

    private @Nullable Object member(Place place, Object value) {
        return shape == null || place.member() == null ? value : shape.get(place.member(), value);
    }

    @Override
    public Object read(ProtoInput in) throws IOException {
        int outer = in.enter();
        var value = readBody(in);
        in.leave(outer);
        return value;
    }

    /// Reads to the end of the stream or of the current length.
    Object readBody(ProtoInput in) throws IOException {
        var values = new @Nullable Object[members];
        boolean unknown = false;
        for (int tag = in.stream().readTag(); tag != 0; tag = in.stream().readTag()) {
            var place = placeOf(WireFormat.getTagFieldNumber(tag));
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
