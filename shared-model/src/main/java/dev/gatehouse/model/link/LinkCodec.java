package dev.gatehouse.model.link;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;

/// Turns messages into the payload of a [LinkFrame.Kind#CONTROL] frame, and back. Safe for use by several threads.
public final class LinkCodec {

    public static ByteString encode(ProxyMessage message) {
        return ProtoCodec.of(ProxyMessage.class).encodeToByteString(message);
    }

    public static ByteString encode(NodeMessage message) {
        return ProtoCodec.of(NodeMessage.class).encodeToByteString(message);
    }

    /// @throws DecodeException naming the place, where the payload is no such message
    public static ProxyMessage decodeProxyMessage(ByteString payload) throws DecodeException {
        return ProtoCodec.of(ProxyMessage.class).decode(payload);
    }

    /// @throws DecodeException naming the place, where the payload is no such message
    public static NodeMessage decodeNodeMessage(ByteString payload) throws DecodeException {
        return ProtoCodec.of(NodeMessage.class).decode(payload);
    }

    private LinkCodec() {}
}
