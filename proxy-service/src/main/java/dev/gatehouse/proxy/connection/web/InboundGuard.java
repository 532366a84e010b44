package dev.gatehouse.proxy.connection.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.util.ReferenceCountUtil;

/// Counts what a stranger sends before its frames are put together, so that nobody makes the proxy hold a large frame
/// without having shown who it is. Belongs to the socket's event loop.
final class InboundGuard extends ChannelInboundHandlerAdapter {

    private final long limit;
    private long received;
    private boolean trusted;

    /// @param limit in bytes, of everything that arrives before [#trust]
    InboundGuard(long limit) {
        this.limit = limit;
    }

    /// From now on the limits on single frames are enough.
    void trust() {
        trusted = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var before = received;
        if (!trusted && message instanceof ByteBuf bytes) {
            received += bytes.readableBytes();
        }
        if (trusted || received <= limit) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (before <= limit) {
            context.fireExceptionCaught(new CorruptedWebSocketFrameException(
                    WebSocketCloseStatus.MESSAGE_TOO_BIG, "more than " + limit + " bytes before the session"));
        }
    }
}
