package dev.gatehouse.model.servercode;

import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import java.util.concurrent.CompletionStage;

/// Sends events to the clients of the game, on whichever node they are. An event reaches the sessions that live when
/// it is sent, those without a socket included; it is kept for nobody else. From any thread; never blocks.
public interface Events {

    /// @return done when the event has its place in the order of the scope; fails where the registry cannot be asked
    /// @throws IllegalArgumentException if the payload is larger than the node's setting allows, or the scope names
    ///     no group
    CompletionStage<Void> send(String name, EventScope scope, JsonText payload);
}
