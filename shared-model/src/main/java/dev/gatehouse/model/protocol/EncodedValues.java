package dev.gatehouse.model.protocol;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.schema.Encoded;

/// Puts records whose type only the reader knows into messages, in the encoding of the message around them.
public final class EncodedValues {

    /// @throws IllegalArgumentException as the codecs do
    public static <T> Encoded encode(Encoding encoding, Class<T> type, T value, Audience audience) {
        return switch (encoding) {
            case JSON ->
                new Encoded.Json(JsonCodec.of(type).withAudience(audience).encode(value));
            case PROTO ->
                new Encoded.Proto(ProtoCodec.of(type).withAudience(audience).encodeToByteString(value));
        };
    }

    /// @throws DecodeException if it is not one value of this type
    public static <T> T decode(Encoded encoded, Class<T> type) throws DecodeException {
        return switch (encoded) {
            case Encoded.Json json -> JsonCodec.of(type).decode(json.text());
            case Encoded.Proto proto -> ProtoCodec.of(type).decode(proto.bytes());
        };
    }

    private EncodedValues() {}
}
