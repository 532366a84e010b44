package dev.gatehouse.model.codec.proto;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.RecordMember;
import dev.gatehouse.model.schema.RecordParts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where one member stands in a message, or where all of a union does. [GeneratedBody] has its places as constants:
/// what a place does is then compiled for this very member.
///
/// @param name what it is called in refusals
/// @param index of its value among the members
/// @param member absent for a union
/// @param parts of the record; absent for a union
record ProtoPlace(
        String name,
        int index,
        ProtoSlot slot,
        @Nullable RecordMember member,
        @Nullable RecordParts parts) {

    /// The member of this record, or the union itself.
    @Nullable
    Object of(Object value) {
        return member == null || parts == null ? value : member.checked(value, parts.get(index, value));
    }

    /// Reads one field of it.
    void read(ProtoInput in, int tag, @Nullable Object[] values) throws IOException {
        try {
            values[index] = slot.read(in, tag, values[index]);
        } catch (Unreadable e) {
            throw member == null ? e.in(name) : e.in(member);
        } catch (InvalidProtocolBufferException e) {
            throw Unreadable.malformed(String.valueOf(e.getMessage())).in(name);
        }
    }

    /// All fields of it have been read.
    void finish(@Nullable Object[] values) {
        var read = values[index];
        if (read != null) {
            values[index] = slot.finish(read);
        }
    }
}
