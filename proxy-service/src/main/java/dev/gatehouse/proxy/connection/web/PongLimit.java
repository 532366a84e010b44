package dev.gatehouse.proxy.connection.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/// Drops the answers to pings while the client does not read: one that asks without end must not make the proxy keep
/// the answers. WebSocket wants the last ping answered, not every one.
final class PongLimit extends ChannelOutboundHandlerAdapter {

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof PongWebSocketFrame && !context.channel().isWritable()) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        var _ = context.write(message, promise);
    }
}
