package dev.gatehouse.model.codec.proto;

import com.google.protobuf.WireFormat;
import dev.gatehouse.model.codec.Unreadable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The place of one member in a message, with its tags.
interface ProtoSlot {

    /// The field numbers that belong here.
    int[] numbers();

    /// @param value null if it is absent
    void write(@Nullable Object value, ProtoOutput out);

    /// Reads one field.
    ///
    /// @param tag its tag, with one of the slot's numbers
    /// @param soFar what fields of the same slot gave before, null for the first
    Object read(ProtoInput in, int tag, @Nullable Object soFar) throws IOException;

    /// The member's value, from what [#read] gave last.
    default Object finish(Object read) {
        return read;
    }

    static void expectWireType(int tag, int expected) {
        if (WireFormat.getTagWireType(tag) != expected) {
            throw Unreadable.malformed("wire type " + WireFormat.getTagWireType(tag) + " (expected: " + expected + ")");
        }
    }
}
