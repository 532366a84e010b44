package dev.gatehouse.proxy.link.websocket;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Notices a link that is dead but not closed: pings when it is silent, and closes it when the silence lasts. Also
/// tells
/// when the link can be written to again.
final class LinkPulse extends IdleStateHandler {

    private static final int MAX_SILENCES = 3;

    private final LinkSocket socket;
    private int silences;

    LinkPulse(LinkSocket socket, Duration silence) {
        super(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
        this.socket = socket;
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        silences = event.isFirst() ? 1 : silences + 1;
        if (silences >= MAX_SILENCES) {
            var _ = context.close();
        } else {
            var _ = context.writeAndFlush(new PingWebSocketFrame(), context.voidPromise());
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            socket.writable();
        }
        context.fireChannelWritabilityChanged();
    }
}
