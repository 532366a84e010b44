package dev.gatehouse.instance.partner.web;

import dev.gatehouse.instance.partner.LiveLink;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.PartnerError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The linked sockets of this node, by instance.
public final class LinkSockets implements LiveServers {

    private static final Logger LOG = LoggerFactory.getLogger(LinkSockets.class);

    private final Map<InstanceId, LiveLink> linked = new ConcurrentHashMap<>();
    private final Function<InstanceId, Optional<String>> holders;
    private volatile Consumer<LiveLink> look = _ -> {};

    /// @param holders says which link an instance's live one is, wherever that is; may block
    public LinkSockets(Function<InstanceId, Optional<String>> holders) {
        this.holders = holders;
    }

    void add(LiveLink socket) {
        var instance = instanceOf(socket);
        var before = linked.putIfAbsent(instance, socket);
        while (before != null && !before.equals(socket)) {
            if (isHeldBy(before)) {
                socket.close(PartnerError.NOT_LINKED);
                return;
            }
            if (linked.replace(instance, before, socket)) {
                before.close(PartnerError.NOT_LINKED);
                break;
            }
            before = linked.putIfAbsent(instance, socket);
        }
        look.accept(socket);
    }

    /// Of two sockets of one process the later one to come here need not be the later one to have linked.
    private boolean isHeldBy(LiveLink socket) {
        try {
            return holders.apply(instanceOf(socket))
                    .filter(link -> link.equals(socket.caller().link()))
                    .isPresent();
        } catch (RuntimeException e) {
            // Also where only a newer version can read the instance: the newcomer is the likelier one.
            LOG.warn("whose link {} is cannot be seen: {}", instanceOf(socket), e.toString());
            return false;
        }
    }

    void remove(LiveLink socket) {
        linked.remove(instanceOf(socket), socket);
    }

    private static InstanceId instanceOf(LiveLink socket) {
        return socket.caller().pair().instance();
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
