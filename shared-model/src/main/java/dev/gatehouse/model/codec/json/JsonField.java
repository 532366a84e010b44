package dev.gatehouse.model.codec.json;

import dev.gatehouse.model.codec.Unreadable;
import dev.gatehouse.model.schema.RecordMember;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/// A member of a record and how it is written.
record JsonField(RecordMember member, JsonType type) {

    /// @param in stands on the member's name
    /// @return null if it is null in the input and that means absent
    @Nullable
    Object read(JsonInput in) {
        try {
            boolean absent = in.next() == JsonToken.VALUE_NULL && (member.nullable() || !type.takesNull());
            return absent ? null : type.read(in);
        } catch (Unreadable e) {
            throw e.in(member);
        }
    }
}
