package dev.gatehouse.instance.pool.web;

import dev.gatehouse.instance.partner.web.StrictReader;
import dev.gatehouse.instance.partner.web.StrictReader.Read;
import dev.gatehouse.instance.partner.web.TextParts.So;
import dev.gatehouse.instance.pool.Pool;
import dev.gatehouse.instance.pool.PoolServerLink;
import dev.gatehouse.instance.pool.Pools;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PoolServerMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// The sockets of pool servers. What one says is taken one after the other, in order.
public final class PoolHandler extends TextWebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PoolHandler.class);

    /// How long a socket may be open without having joined.
    private static final Duration JOIN_WITHIN = Duration.ofSeconds(10);

    private static final StrictReader<PoolServerMessage> MESSAGES = new StrictReader<>(PoolServerMessage.class);

    private final NodeId node;
    private final Pools pools;
    private final int maxLinks;
    private final LongSupplier nanos;
    private final ScheduledExecutorService timers;
    private final Map<String, Joining> sockets = new ConcurrentHashMap<>();

    private record Joining(PoolSocket socket, PoolServerLink link) {}

    /// @param maxLinks more are closed at once
    /// @param nanos a monotonic clock
    public PoolHandler(NodeId node, Pools pools, int maxLinks, LongSupplier nanos, ScheduledExecutorService timers) {
        this.node = node;
        this.pools = pools;
        this.maxLinks = maxLinks;
        this.nanos = nanos;
        this.timers = timers;
    }

    /// How many there are.
    public int size() {
        return sockets.size();
    }

    /// What is longer than Tomcat's buffer comes in parts: no socket needs a buffer for the longest.
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        var pool = poolOf(session);
        if (sockets.size() >= maxLinks) {
            LOG.warn("a pool server of {} is turned away: {} have their link here", pool.name(), sockets.size());
            session.close(CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        var deadline = timers.schedule(() -> closeUnjoined(session), JOIN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        var socket = new PoolSocket(session, deadline);
        var link = new PoolServerLink(pool, node + "/" + session.getId(), socket, nanos);
        sockets.put(session.getId(), new Joining(socket, link));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var found = sockets.get(session.getId());
        if (found == null) {
            return;
        }
        switch (found.socket().parts().add(message)) {
            case So.Whole(var text) -> take(found, text);
            case So.TooLong _ ->
                found.socket()
                        .close(PartnerError.TOO_LARGE, "more than " + PoolSocket.MAX_MESSAGE_CHARS + " characters");
            case So.Far _ -> {}
        }
    }

    private static void take(Joining found, String text) {
        switch (MESSAGES.read(text)) {
            case Read.Unreadable<PoolServerMessage>(var _, var why, var detail) ->
                found.socket().close(why, detail);
            case Read.Message<PoolServerMessage>(var message) -> {
                try {
                    if (found.link().take(message)) {
                        found.socket().stay();
                    }
                } catch (RuntimeException e) {
                    // Without the registry: the next report says it all, and where none is heard the pool server joins
                    // again.
                    LOG.warn(
                            "{} of a pool server was lost: {}",
                            message.getClass().getSimpleName(),
                            e.toString());
                }
            }
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var found = sockets.remove(session.getId());
        if (found == null) {
            return;
        }
        LOG.info("a pool server of {} has closed its link: {}", poolOf(session).name(), status);
        found.socket().stay();
        try {
            found.link().closed();
        } catch (RuntimeException e) {
            // Without the registry, or while this service stops: what is known of it ends by itself.
            LOG.info("the end of a pool link was not noted: {}", e.toString());
        }
    }

    private void closeUnjoined(WebSocketSession session) {
        var found = sockets.get(session.getId());
        if (found != null) {
            found.socket().close(PartnerError.NOT_LINKED);
        }
    }

    private Pool poolOf(WebSocketSession session) {
        return pools.named(String.valueOf(session.getAttributes().get(PoolAuthentication.POOL)))
                .orElseThrow(() -> new IllegalStateException("a pool link came past its check"));
    }
}
