package dev.gatehouse.session.link.web;

import com.google.protobuf.UnsafeByteOperations;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.LinkFrame;
import dev.gatehouse.session.game.Games;
import dev.gatehouse.session.link.Link;
import dev.gatehouse.session.player.Players;
import java.nio.ByteBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/// Carries one link. Its caller has shown a service token already.
public final class LinkSocketHandler implements WebSocketHandler {

    private static final Logger log = LoggerFactory.getLogger(LinkSocketHandler.class);

    private static final String NODE_HEADER = "X-Gatehouse-Node";

    private final LinkProperties limits;
    private final Players players;
    private final Games games;

    public LinkSocketHandler(LinkProperties limits, Players players, Games games) {
        this.limits = limits;
        this.players = players;
        this.games = games;
    }

    @Override
    public Mono<Void> handle(WebSocketSession socket) {
        var header = socket.getHandshakeInfo().getHeaders().getFirst(NODE_HEADER);
        try {
            return carry(socket, new NodeId(header == null ? "" : header));
        } catch (IllegalArgumentException e) {
            return socket.close(new CloseStatus(4400, NODE_HEADER + " names no node"));
        }
    }

    private Mono<Void> carry(WebSocketSession socket, NodeId proxy) {
        var output = new QueuedOutput(limits.maxQueued().toBytes());
        var link = new Link(proxy, output, players, games);
        log.info("Link with {} is open.", proxy);
        var out = socket.send(output.frames().map(frame -> message(socket.bufferFactory(), frame)));
        var in = socket.receive()
                .filter(message -> message.getType() == WebSocketMessage.Type.BINARY)
                .<Void>handle((message, _) -> receive(link, message.getPayload()))
                .then();
        // Whichever way ends first ends the link; closing must not cancel the way in before the close frame is out.
        return Mono.firstWithSignal(in, out)
                .onErrorResume(failure -> {
                    log.warn("Link with {} fails: {}", proxy, failure.toString());
                    return socket.close(CloseStatus.PROTOCOL_ERROR);
                })
                .or(output.overflow())
                .onErrorResume(failure -> {
                    log.warn("Link with {} is cut: {}", proxy, failure.toString());
                    cut(socket);
                    return Mono.empty();
                })
                .doFinally(_ -> {
                    log.info("Link with {} is closed.", proxy);
                    link.closed();
                });
    }

    private static void cut(WebSocketSession socket) {
        if (socket instanceof LinkUpgrade.Session session) {
            session.cut();
        }
    }

    private static void receive(Link link, DataBuffer buffer) {
        if (buffer.readableByteCount() < LinkFrame.HEADER_BYTES) {
            throw new IllegalArgumentException("frame: " + buffer.readableByteCount() + " bytes (expected: a header)");
        }
        var frame = ByteBuffer.allocate(buffer.readableByteCount());
        buffer.toByteBuffer(frame);
        int channel = frame.getInt();
        var kind = LinkFrame.Kind.of(frame.get());
        try {
            link.receive(channel, kind, UnsafeByteOperations.unsafeWrap(frame));
        } catch (DecodeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static WebSocketMessage message(DataBufferFactory buffers, QueuedOutput.Frame frame) {
        var bytes = ByteBuffer.allocate(frame.size());
        bytes.putInt(frame.channel()).put(frame.kind().number());
        frame.payload().copyTo(bytes);
        return new WebSocketMessage(WebSocketMessage.Type.BINARY, buffers.wrap(bytes.flip()));
    }
}
