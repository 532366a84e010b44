package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerNotice;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// The linked sockets of this node, by instance.
public final class LinkSockets implements LiveServers {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSockets.class);
    private static final CloseStatus OVER = CloseStatus.NORMAL.withReason("instance_over");
    private static final JsonCodec<GameServerNotice> NOTICE = JsonCodec.of(GameServerNotice.class);

    private final Map<InstanceId, WebSocketSession> linked = new ConcurrentHashMap<>();

    void add(InstanceId instance, WebSocketSession socket) {
        linked.put(instance, socket);
    }

    void remove(InstanceId instance, WebSocketSession socket) {
        linked.computeIfPresent(instance, (_, current) -> current.getId().equals(socket.getId()) ? null : current);
    }

    /// How many servers are linked to this node.
    public int size() {
        return linked.size();
    }

    @Override
    public void tell(InstanceId instance, GameServerNotice notice) {
        var socket = linked.get(instance);
        if (socket != null) {
            try {
                socket.sendMessage(new TextMessage(NOTICE.encode(notice)));
            } catch (IOException | RuntimeException e) {
                LOG.info("the server of instance {} does not hear: {}", instance, e.toString());
            }
        }
    }

    @Override
    public void close(InstanceId instance) {
        var socket = linked.remove(instance);
        if (socket != null) {
            try {
                socket.close(OVER);
            } catch (IOException e) {
                LOG.info("the link of instance {} was gone already: {}", instance, e.toString());
            }
        }
    }
}
