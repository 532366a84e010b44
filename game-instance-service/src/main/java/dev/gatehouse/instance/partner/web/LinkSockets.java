package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.partner.LiveLink;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The linked sockets of this node, by instance.
public final class LinkSockets implements LiveServers {

    private final Map<InstanceId, LinkSocket> linked = new ConcurrentHashMap<>();
    private volatile Consumer<LiveLink> look = _ -> {};

    void add(LinkSocket socket) {
        var before = linked.put(socket.instance(), socket);
        if (before != null && before != socket) {
            before.close(PartnerError.NOT_LINKED);
        }
        look.accept(socket);
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
    public void changed(InstanceId instance) {
        var socket = linked.get(instance);
        if (socket != null) {
            look.accept(socket);
        }
    }

    @Override
    public void onChange(Consumer<LiveLink> look) {
        this.look = look;
    }
}
