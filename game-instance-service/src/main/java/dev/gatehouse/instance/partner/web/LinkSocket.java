package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.partner.Caller;
import dev.gatehouse.instance.partner.Knowledge;
import dev.gatehouse.instance.partner.LiveLink;
import dev.gatehouse.instance.token.PartnerTokens.Pair;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.PartnerError;
import java.io.IOException;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;

/// One game server's socket, linked or about to.
final class LinkSocket implements LiveLink {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSocket.class);
    private static final JsonCodec<GameServerAnswer> ANSWER = JsonCodec.of(GameServerAnswer.class);
    private static final JsonCodec<GameServerNotice> NOTICE = JsonCodec.of(GameServerNotice.class);
    private static final int SEND_TIMEOUT_MILLIS = 5_000;
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private final WebSocketSession out;
    private final InOrder inOrder;
    private final Future<?> deadline;
    private final TextParts parts = new TextParts(GameServerRequest.MAX_LENGTH);
    private final Knowledge knowledge = new Knowledge();
    private volatile Caller caller;

    /// @param inOrder does what its server asks
    /// @param deadline closes the socket unless it is cancelled, which linking does
    LinkSocket(WebSocketSession session, Caller caller, InOrder inOrder, Future<?> deadline) {
        this.out = new ConcurrentWebSocketSessionDecorator(session, SEND_TIMEOUT_MILLIS, SEND_BUFFER_BYTES);
        this.caller = caller;
        this.inOrder = inOrder;
        this.deadline = deadline;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Knowledge knowledge() {
        return knowledge;
    }

    @Override
    public void renew(Pair next) {
        caller = caller.renewed(next);
    }

    /// What comes.
    TextParts parts() {
        return parts;
    }

    InOrder inOrder() {
        return inOrder;
    }

    InstanceId instance() {
        return caller.pair().instance();
    }

    boolean isOpen() {
        return out.isOpen();
    }

    /// It may stay open.
    void stay() {
        deadline.cancel(false);
    }

    void answer(GameServerAnswer answer) {
        send(ANSWER.encode(answer));
    }

    @Override
    public void tell(GameServerNotice notice) {
        send(NOTICE.encode(notice));
    }

    private void send(String text) {
        try {
            out.sendMessage(new TextMessage(text));
        } catch (IOException | RuntimeException e) {
            // Whatever came after would be heard without this.
            LOG.info("the server of instance {} does not hear, and loses its link: {}", instance(), e.toString());
            close(CloseStatus.SESSION_NOT_RELIABLE);
        }
    }

    @Override
    public void close(PartnerError why) {
        var status = why == PartnerError.INSTANCE_OVER ? CloseStatus.NORMAL : CloseStatus.POLICY_VIOLATION;
        close(status.withReason(why.code()));
    }

    private void close(CloseStatus status) {
        try {
            out.close(status);
        } catch (IOException e) {
            LOG.info("the link of instance {} was gone already: {}", instance(), e.toString());
        }
    }
}
