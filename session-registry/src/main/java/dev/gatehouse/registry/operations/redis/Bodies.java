package dev.gatehouse.registry.operations.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;

/// What operators wrote, as bytes.
final class Bodies {

    static <T> ByteString encode(Class<T> type, T value) {
        return ProtoCodec.of(type).encodeToByteString(value);
    }

    static <T> T decode(Class<T> type, ByteString bytes) {
        try {
            return ProtoCodec.of(type).decode(bytes);
        } catch (DecodeException e) {
            throw new IllegalStateException("something else is stored (expected: " + type.getSimpleName() + ")", e);
        }
    }

    private Bodies() {}
}
