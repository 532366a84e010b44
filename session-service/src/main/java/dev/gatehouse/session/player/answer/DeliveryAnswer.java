package dev.gatehouse.session.player.answer;

import dev.gatehouse.model.id.NodeId;

/// What became of a message to a player.
public sealed interface DeliveryAnswer {

    /// @param delivered whether a session has it; it reaches the client unless that never comes back
    record Delivered(boolean delivered) implements DeliveryAnswer {}

    /// Ask that node.
    record OwnedElsewhere(NodeId owner) implements DeliveryAnswer {}

    record Unavailable() implements DeliveryAnswer {}
}
