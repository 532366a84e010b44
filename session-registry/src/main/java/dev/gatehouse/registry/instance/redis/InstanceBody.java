package dev.gatehouse.registry.instance.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.registry.instance.InstanceRecord;

/// An instance as bytes.
final class InstanceBody {

    private static final ProtoCodec<InstanceRecord> CODEC = ProtoCodec.of(InstanceRecord.class);

    static ByteString encode(InstanceRecord instance) {
        return CODEC.encodeToByteString(instance);
    }

    static InstanceRecord decode(ByteString bytes) {
        try {
            return CODEC.decode(bytes);
        } catch (DecodeException e) {
            throw new IllegalStateException("an instance is stored as something else than an instance record", e);
        }
    }

    private InstanceBody() {}
}
