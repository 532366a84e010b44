package dev.gatehouse.proxy.connection.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/// Counts the frames that one message comes in. Each costs more than the bytes in it, so a message of many tiny ones
/// is too large whatever it adds up to. Belongs to the socket's event loop.
final class FragmentLimit extends ChannelInboundHandlerAdapter {

    private final int limit;
    private int fragments;

    /// @param limit in frames
    FragmentLimit(int limit) {
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof WebSocketFrame frame && isPart(frame)) {
            fragments = frame instanceof ContinuationWebSocketFrame ? fragments + 1 : 1;
        }
        if (fragments <= limit) {
            context.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        if (fragments == limit + 1) {
            context.fireExceptionCaught(new TooLongFrameException("more than " + limit + " frames in one message"));
            fragments++;
        }
    }

    // Control frames may stand between the frames of a message.
    private static boolean isPart(WebSocketFrame frame) {
        return !(frame instanceof PingWebSocketFrame || frame instanceof PongWebSocketFrame);
    }
}
