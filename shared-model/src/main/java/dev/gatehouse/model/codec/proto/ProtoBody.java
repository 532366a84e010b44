package dev.gatehouse.model.codec.proto;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What is inside a message: its places, one after the other.
interface ProtoBody {

    void write(Object value, ProtoOutput out);

    /// Reads to the end of the stream or of the current length.
    ///
    /// @param values where those of the places go, by their index
    /// @param message passes the fields that no place has
    /// @return whether there were any such
    boolean read(ProtoInput in, @Nullable Object[] values, ProtoMessage message) throws IOException;

    /// All fields have been read.
    void finish(@Nullable Object[] values);
}
