package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.partner.Caller;
import dev.gatehouse.instance.partner.PartnerRequests;
import dev.gatehouse.instance.partner.ServerLinks;
import dev.gatehouse.instance.partner.web.RequestReader.Read;
import dev.gatehouse.instance.partner.web.TextParts.So;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.PartnerError;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// The game servers' sockets. The requests of one are answered one after the other, in order, but for
/// keep-alives, and for what comes while too much waits: both are answered at once, so that requests
/// which take long do not make their server look silent.
public final class LinkHandler extends TextWebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LinkHandler.class);
    private static final Failure TOO_MANY = new Failure(
            PartnerError.UNAVAILABLE.code(),
            "Too many requests of this server wait for their answers; nothing was done.",
            PartnerError.UNAVAILABLE.retryable());
    private static final CloseStatus DID_NOT_LINK = CloseStatus.POLICY_VIOLATION.withReason("not_linked");

    /// How long a socket may be open without having linked.
    private static final Duration LINK_WITHIN = Duration.ofSeconds(10);

    private final NodeId node;
    private final PartnerRequests requests;
    private final LinkSockets linked;
    private final ServerLinks links;
    private final Executor threads;
    private final ScheduledExecutorService timers;
    private final Duration silence;
    private final Map<String, LinkSocket> sockets = new ConcurrentHashMap<>();

    /// @param threads answer requests, and may block
    /// @param silence a socket on which nothing comes for twice as long is closed: its server is
    ///     gone, or has opened another one
    public LinkHandler(
            NodeId node,
            PartnerRequests requests,
            LinkSockets linked,
            ServerLinks links,
            Executor threads,
            ScheduledExecutorService timers,
            Duration silence) {
        this.node = node;
        this.requests = requests;
        this.linked = linked;
        this.links = links;
        this.threads = threads;
        this.timers = timers;
        this.silence = silence;
    }

    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        if (!(session.getAttributes().get(PartnerAuthentication.PAIR) instanceof Pair pair)) {
            throw new IllegalStateException("a link came past its filter");
        }
        var caller = new Caller(pair, node + "/" + session.getId());
        var deadline = timers.schedule(() -> closeUnlinked(session), LINK_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        sockets.put(session.getId(), new LinkSocket(session, caller, new InOrder(threads), deadline));
        IdleTimeout.of(session, silence.multipliedBy(2));
        LOG.info("game server {} has opened a link for instance {}", pair.server(), pair.instance());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        var socket = sockets.get(session.getId());
        if (socket == null) {
            return;
        }
        switch (socket.parts().add(message)) {
            case So.Whole(var text) -> take(socket, RequestReader.read(text), text.length());
            case So.TooLong _ -> take(socket, RequestReader.TOO_LARGE, 0);
            case So.Far _ -> {}
        }
    }

    private void take(LinkSocket socket, Read read, int length) {
        switch (read) {
            case Read.Unreadable(var id, var why) -> {
                var refusal = GameServerAnswer.refused(id, why);
                if (!socket.inOrder().next(length, () -> socket.answer(refusal))) {
                    socket.answer(refusal);
                }
            }
            case Read.Request(KeepAlive keepAlive) -> socket.answer(requests.answer(socket.caller(), keepAlive));
            case Read.Request(var request) -> {
                if (!socket.inOrder().next(length, () -> answer(socket, request))) {
                    // At once: whoever reads must not wait, or it would not hear that the server is well.
                    socket.answer(GameServerAnswer.refused(request.id(), TOO_MANY));
                }
            }
        }
    }

    private void answer(LinkSocket socket, GameServerRequest request) {
        var answer =
                socket.knowledge().answer(request, () -> requests.answer(socket.caller(), request), socket::answer);
        if (request instanceof Link && answer.ok()) {
            socket.stay();
            linked.add(socket);
            if (!socket.isOpen()) {
                linked.remove(socket); // It was closed meanwhile.
            }
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var socket = sockets.remove(session.getId());
        if (socket == null) {
            return;
        }
        var pair = socket.caller().pair();
        LOG.info("the link of game server {} for instance {} has closed: {}", pair.server(), pair.instance(), status);
        socket.stay();
        linked.remove(socket);
        // After what its server has asked: its last word may be what ends the game.
        socket.inOrder().last(() -> release(socket.caller()));
    }

    private void release(Caller caller) {
        if (caller.link() == null) {
            return;
        }
        try {
            links.release(caller.pair().instance(), caller.link());
        } catch (RuntimeException e) {
            // Without Redis, or while this service stops: the link ends by itself when it is not renewed.
            LOG.info(
                    "the link of instance {} was not released: {}",
                    caller.pair().instance(),
                    e.toString());
        }
    }

    private static void closeUnlinked(WebSocketSession session) {
        try {
            session.close(DID_NOT_LINK);
        } catch (IOException e) {
            LOG.debug("a link that was about to be closed is gone", e);
        }
    }
}
