package dev.gatehouse.proxy.link.websocket;

import dev.gatehouse.model.link.LinkFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.MonoSink;

/// Writes to one link and flushes once per turn of its event loop. Belongs to that loop.
final class LinkWriter {

    private final Channel channel;
    private final List<MonoSink<Boolean>> waiting = new ArrayList<>();
    private boolean flushDue;

    LinkWriter(Channel channel) {
        this.channel = channel;
    }

    /// @param payload given away
    void write(int number, LinkFrame.Kind kind, ByteBuf payload) {
        var header = channel.alloc().buffer(LinkFrame.HEADER_BYTES);
        header.writeInt(number).writeByte(kind.number());
        write(payload.isReadable() ? Unpooled.wrappedBuffer(header, payload) : header);
    }

    private void write(ByteBuf frame) {
        var _ = channel.write(new BinaryWebSocketFrame(frame), channel.voidPromise());
        if (!flushDue) {
            flushDue = true;
            channel.eventLoop().execute(this::flush);
        }
    }

    /// Tells `sink` that its frame is on its way, when the link can take more.
    void whenWritable(MonoSink<Boolean> sink) {
        if (channel.isWritable() || !channel.isActive()) {
            sink.success(true);
        } else {
            waiting.add(sink);
        }
    }

    /// The link can take more, or never will again.
    void release() {
        var released = List.copyOf(waiting);
        waiting.clear();
        released.forEach(sink -> sink.success(true));
    }

    private void flush() {
        flushDue = false;
        channel.flush();
    }
}
