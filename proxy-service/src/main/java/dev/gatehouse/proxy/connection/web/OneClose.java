package dev.gatehouse.proxy.connection.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/// Lets one close frame out and nothing after it. The server below would answer the client's close frame even where
/// that
/// is itself the answer to ours.
final class OneClose extends ChannelOutboundHandlerAdapter {

    private boolean closed;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (closed) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        closed = message instanceof CloseWebSocketFrame;
        var _ = context.write(message, promise);
    }
}
