package dev.gatehouse.model.player;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.codec.ProtoCodec;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.schema.Encoded;

/// Puts a game's own records into the encoding of the message around them, and back.
final class Encodings {

    static <T> Encoded encode(Encoding encoding, Class<T> type, T value, Audience audience) {
        return switch (encoding) {
            case JSON ->
                new Encoded.Json(JsonCodec.of(type).withAudience(audience).encode(value));
            case PROTO ->
                new Encoded.Proto(ProtoCodec.of(type).withAudience(audience).encodeToByteString(value));
        };
    }

    static <T> T decode(Encoded value, Class<T> type) throws DecodeException {
        return switch (value) {
            case Encoded.Json(var text) -> JsonCodec.of(type).decode(text);
            case Encoded.Proto(var bytes) -> ProtoCodec.of(type).decode(bytes);
        };
    }

    private Encodings() {}
}
