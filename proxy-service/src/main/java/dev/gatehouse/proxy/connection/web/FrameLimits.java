package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.proxy.admission.FrameBudget;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;

/// Counts frames: how fast they come, and how many one message comes in. Each costs more than the bytes in it, so a
/// message of many tiny ones is too large whatever it adds up to. Lets nothing through after it has refused a frame.
/// Belongs to the socket's event loop.
final class FrameLimits extends ChannelInboundHandlerAdapter {

    private final int mostFragments;
    private final FrameBudget budget;
    private int fragments;
    private boolean refused;

    /// @param mostFragments in one message
    FrameLimits(int mostFragments, FrameBudget budget) {
        this.mostFragments = mostFragments;
        this.budget = budget;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof WebSocketFrame frame && isRefused(context, frame)) {
            refused = true;
            frame.release();
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean isRefused(ChannelHandlerContext context, WebSocketFrame frame) {
        var wait = budget.take();
        if (wait.isPresent()) {
            context.fireExceptionCaught(new TooManyFramesException(wait.get()));
            return true;
        }
        if (isPart(frame)) {
            fragments = frame instanceof ContinuationWebSocketFrame ? fragments + 1 : 1;
        }
        if (fragments > mostFragments) {
            context.fireExceptionCaught(new TooLongFrameException("more than " + mostFragments + " frames"));
            return true;
        }
        return false;
    }

    // Control frames may stand between the frames of a message.
    private static boolean isPart(WebSocketFrame frame) {
        return !(frame instanceof PingWebSocketFrame || frame instanceof PongWebSocketFrame);
    }
}
