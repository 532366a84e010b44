package dev.gatehouse.instance.pool.web;

import dev.gatehouse.instance.partner.web.TextParts;
import dev.gatehouse.instance.pool.PoolServerLink;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PoolOrder;
import java.io.IOException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/// One pool server's socket, joined or about to.
final class PoolSocket implements PoolServerLink.Line {

    private static final Logger LOG = LoggerFactory.getLogger(PoolSocket.class);
    private static final JsonCodec<PoolOrder> ORDER = JsonCodec.of(PoolOrder.class);
    private static final int SEND_TIMEOUT_MILLIS = 5_000;
    private static final int SEND_BUFFER_BYTES = 1024 * 1024;

    /// A report of a thousand game servers, each with two ids of 64 characters, and some.
    static final int MAX_MESSAGE_CHARS = 256 * 1024;

    /// As RFC 6455 has it, in bytes; reasons are ASCII.
    private static final int MAX_REASON_LENGTH = 123;

    private final WebSocketSession out;
    private final Future<?> deadline;
    private final TextParts parts = new TextParts(MAX_MESSAGE_CHARS);

    /// @param deadline closes the socket unless it is cancelled, which joining does
    PoolSocket(WebSocketSession session, Future<?> deadline) {
        this.out = new ConcurrentWebSocketSessionDecorator(session, SEND_TIMEOUT_MILLIS, SEND_BUFFER_BYTES);
        this.deadline = deadline;
    }

    /// It may stay open.
    void stay() {
        deadline.cancel(false);
    }

    /// What comes.
    TextParts parts() {
        return parts;
    }

    @Override
    public void say(PoolOrder order) {
        try {
            out.sendMessage(new TextMessage(ORDER.encode(order)));
        } catch (IOException | RuntimeException e) {
            LOG.info("a pool server does not hear, and loses its link: {}", e.toString());
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    @Override
    public void close(PartnerError why) {
        close(why, "");
    }

    void close(PartnerError why, String detail) {
        var reason = detail.isEmpty() ? why.code() : why.code() + " " + detail.replaceAll("[^\\x20-\\x7e]", "?");
        close(CloseStatus.POLICY_VIOLATION.withReason(
                reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH))));
    }

    private void close(CloseStatus status) {
        try {
            out.close(status);
        } catch (IOException e) {
            LOG.info("a pool link was gone already: {}", e.toString());
        }
    }
}
