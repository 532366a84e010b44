package dev.gatehouse.client.live;

import dev.gatehouse.client.calls.Outlet;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Events out and in. Internal; guarded by the session's lock.
public final class Events {

    private final Outlet outlet;
    private final Map<String, List<EventHandler>> handlers = new HashMap<>();
    private long ids;

    public Events(Outlet outlet) {
        this.outlet = outlet;
    }

    /// @return false if too much waits for the server already: nothing was sent
    public boolean send(String name, EventScope scope, JsonText payload) {
        if (!outlet.hasRoom()) {
            return false;
        }
        outlet.say(new ClientMessage.Event(name, scope, payload, ++ids));
        return true;
    }

    public Registration on(String name, EventHandler handler) {
        handlers.computeIfAbsent(name, _ -> new ArrayList<>()).add(handler);
        return () -> outlet.locked(() -> remove(name, handler));
    }

    private void remove(String name, EventHandler handler) {
        var left = handlers.get(name);
        if (left != null && left.remove(handler) && left.isEmpty()) {
            handlers.remove(name);
        }
    }

    public void happened(ServerMessage.Event event) {
        for (var handler : List.copyOf(handlers.getOrDefault(event.name(), List.of()))) {
            outlet.tell(() -> handler.happened(event));
        }
    }
}
