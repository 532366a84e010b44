package dev.gatehouse.model.codec.proto;

import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.AbsentValues;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.UnionShape;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A record or a union as a message.
final class ProtoMessage implements ProtoType {

    /// The record; absent for a union, which is the value of its only place.
    private final @Nullable RecordShape shape;

    private final int members;
    private List<ProtoPlace> places = List.of();

    /// Made when it is first needed: a message may contain itself, and many are never read or never written.
    private @Nullable ProtoBody body;

    ProtoMessage(RecordShape shape) {
        this.shape = shape;
        this.members = shape.members().size();
    }

    ProtoMessage(UnionShape union) {
        this.shape = null;
        this.members = 1;
    }

    void link(List<ProtoPlace> found) {
        places = List.copyOf(found);
    }

    /// By several threads at once, it may be made several times; one is as good as another.
    private ProtoBody body() {
        var made = body;
        if (made == null) {
            made = GeneratedBody.of(places);
            body = made;
        }
        return made;
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

    /// Visits the members that take any bytes, in their order.
    void forEachMember(Object value, MemberSizes.Visitor visitor) {
        var out = new ProtoOutput(0);
        for (var place : places) {
            var part = place.of(value);
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
        body().write(value, out);
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
        boolean unknown = body().read(in, values, this);
        if (unknown) {
            refuseUnknownCase(values);
        }
        body().finish(values);
        return create(values);
    }

    /// Passes a field that no place has.
    void pass(ProtoInput in, int tag) throws IOException {
        in.pass(tag, shape == null ? Set.of() : shape.retired());
    }

    /// What was not known may have been the case of a union.
    private void refuseUnknownCase(@Nullable Object[] values) {
        for (var place : places) {
            if (values[place.index()] == null && place.slot() instanceof ProtoSlots.OneOf) {
                throw Unreadable.unknownType();
            }
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
