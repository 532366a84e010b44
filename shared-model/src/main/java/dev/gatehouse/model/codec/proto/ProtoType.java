package dev.gatehouse.model.codec.proto;

import com.google.protobuf.ByteString;
import com.google.protobuf.WireFormat;
import dev.gatehouse.model.schema.Encoded;
import java.io.IOException;

/// Writes and reads single values of one shape in protobuf's wire format, without their tag.
interface ProtoType extends ProtoWriter {

    /// What an absent [Encoded] stands for.
    Encoded EMPTY = new Encoded.Proto(ByteString.EMPTY);

    /// One of the constants of [WireFormat].
    int wireType();

    /// @throws Unreadable if it is no such value
    Object read(ProtoInput in) throws IOException;

    /// Whether the value is what an absent one decodes to, so that it need not be written.
    boolean isDefault(Object value);

    /// Whether lists of it are one field with all values rather than a field for each.
    default boolean isPacked() {
        return wireType() != WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
