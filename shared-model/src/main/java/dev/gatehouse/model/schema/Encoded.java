package dev.gatehouse.model.schema;

import com.google.protobuf.ByteString;

/// A record whose type only the reader knows (a model, an action), in the encoding of the message around it: an
/// object in JSON, `bytes` in protobuf. Putting the one into the other is refused by the codec.
public sealed interface Encoded {
    /// @param text a JSON object
    record Json(String text) implements Encoded {}

    /// @param bytes a message in protobuf's wire format
    record Proto(ByteString bytes) implements Encoded {}
}
