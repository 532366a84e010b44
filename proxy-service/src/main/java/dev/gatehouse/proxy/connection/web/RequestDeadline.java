package dev.gatehouse.proxy.connection.web;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes a connection that does not bring a whole request in time: one that says nothing, and one that says it ever so
/// slowly. Time runs from the start and again after each answer; once the connection is a WebSocket it has limits of
/// its own. Belongs to the connection's event loop.
public final class RequestDeadline extends ChannelDuplexHandler {

    private final Duration timeout;
    private @Nullable ScheduledFuture<?> deadline;

    public RequestDeadline(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        start(context);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof LastHttpContent) {
            stop();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        var upgraded = message instanceof HttpResponse response
                && response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
        if (message instanceof LastHttpContent && !upgraded) {
            start(context);
        }
        var _ = context.write(message, promise);
        if (upgraded) {
            context.pipeline().remove(this);
        }
    }

    private void start(ChannelHandlerContext context) {
        stop();
        deadline = context.executor()
                .schedule(
                        () -> {
                            var _ = context.close();
                        },
                        timeout.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
