package dev.gatehouse.client.live;

import dev.gatehouse.model.protocol.ServerMessage.Event;

/// Hears the events of one name, on the listener's thread.
@FunctionalInterface
public interface EventHandler {

    void happened(Event what);
}
