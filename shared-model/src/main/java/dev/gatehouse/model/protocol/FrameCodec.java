package dev.gatehouse.model.protocol;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.Zlib;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.codec.proto.ProtoCodec;

/// Turns frames into what one WebSocket message holds, and back: UTF-8 text for [Encoding#JSON], bytes for
/// [Encoding#PROTO].
///
/// Knows no limit on size; the socket refuses what is too large before it gets here. Safe for use by several threads.
public final class FrameCodec {

    private static final FrameCodec JSON = new FrameCodec(Encoding.JSON);
    private static final FrameCodec PROTO = new FrameCodec(Encoding.PROTO);

    private final Encoding encoding;

    private FrameCodec(Encoding encoding) {
        this.encoding = encoding;
    }

    public static FrameCodec of(Encoding encoding) {
        return switch (encoding) {
            case JSON -> JSON;
            case PROTO -> PROTO;
        };
    }

    public Encoding encoding() {
        return encoding;
    }

    /// @throws IllegalArgumentException where the message holds a value of the other encoding
    public ByteString encode(ClientFrame frame) {
        return encode(ClientFrame.class, frame);
    }

    /// @throws IllegalArgumentException where the message holds a value of the other encoding
    public ByteString encode(ServerFrame frame) {
        return encode(ServerFrame.class, frame);
    }

    /// @throws DecodeException naming the place, where the bytes are no frame; of kind `UNKNOWN_TYPE` where the sender
    ///     may only be newer
    public ClientFrame decodeClient(byte[] frame) throws DecodeException {
        return decode(ClientFrame.class, frame);
    }

    /// @throws DecodeException naming the place, where the bytes are no frame; of kind `UNKNOWN_TYPE` where the sender
    ///     may only be newer
    public ServerFrame decodeServer(byte[] frame) throws DecodeException {
        return decode(ServerFrame.class, frame);
    }

    /// Deflates an encoded frame: an envelope that [#inflate] opens. Worth it from some kilobytes on.
    public ByteString deflate(ByteString frame) {
        var wrapped = new DeflatedFrame(Zlib.deflate(frame));
        return switch (encoding) {
            case JSON ->
                UnsafeByteOperations.unsafeWrap(
                        JsonCodec.of(DeflatedFrame.class).encodeToUtf8(wrapped));
            case PROTO -> ProtoCodec.of(DeflatedFrame.class).encodeToByteString(wrapped);
        };
    }

    /// Opens the envelope of a deflated frame; any other frame stays as it is. Takes no more memory than the
    /// limit, however much would come out.
    ///
    /// @param limit in bytes, of what comes out
    /// @throws DecodeException of kind `TOO_LARGE` where more would come out, of kind `MALFORMED` where it is
    ///     no such envelope
    public byte[] inflate(byte[] frame, int limit) throws DecodeException {
        if (!DeflatedFrame.isOne(frame, encoding)) {
            return frame;
        }
        return Zlib.inflate(decode(DeflatedFrame.class, frame).z(), limit);
    }

    private <F> ByteString encode(Class<F> type, F frame) {
        return switch (encoding) {
            // The array is ours alone.
            case JSON -> UnsafeByteOperations.unsafeWrap(JsonCodec.of(type).encodeToUtf8(frame));
            case PROTO -> ProtoCodec.of(type).encodeToByteString(frame);
        };
    }

    private <F> F decode(Class<F> type, byte[] frame) throws DecodeException {
        return switch (encoding) {
            case JSON -> JsonCodec.of(type).decode(frame);
            case PROTO -> ProtoCodec.of(type).decode(frame);
        };
    }
}
