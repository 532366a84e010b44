package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.partner.LiveLink;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerNotice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.socket.CloseStatus;

/// The linked sockets of this node, by instance.
public final class LinkSockets implements LiveServers {

    private static final CloseStatus OVER = CloseStatus.NORMAL.withReason("instance_over");

    private final Map<InstanceId, LinkSocket> linked = new ConcurrentHashMap<>();

    void add(LinkSocket socket) {
        linked.put(socket.instance(), socket);
    }

    void remove(LinkSocket socket) {
        linked.remove(socket.instance(), socket);
    }

    /// How many servers are linked to this node.
    public int size() {
        return linked.size();
    }

    @Override
    public Collection<LiveLink> links() {
        return List.copyOf(linked.values());
    }

    @Override
    public void tell(InstanceId instance, GameServerNotice notice) {
        var socket = linked.get(instance);
        if (socket != null) {
            socket.tell(notice);
        }
    }

    @Override
    public void close(InstanceId instance) {
        var socket = linked.remove(instance);
        if (socket != null) {
            socket.close(OVER);
        }
    }
}
