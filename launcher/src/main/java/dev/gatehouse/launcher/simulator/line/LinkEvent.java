package dev.gatehouse.launcher.simulator.line;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;

/// What is seen of the links of an instance's game server.
public sealed interface LinkEvent {

    InstanceId instance();

    /// It has shown its tokens to open a link.
    ///
    /// @param status what it is answered; 101 for an open link
    record Opened(InstanceId instance, TokenPair pair, int status) implements LinkEvent {}

    /// It came for a link, and nothing was said to it: its way was cut.
    record TurnedAway(InstanceId instance) implements LinkEvent {}

    record Asked(InstanceId instance, GameServerRequest request) implements LinkEvent {}

    record Answered(InstanceId instance, GameServerAnswer answer) implements LinkEvent {}

    record Told(InstanceId instance, GameServerNotice notice) implements LinkEvent {}

    /// A link that was open is gone, whoever ended it.
    record Closed(InstanceId instance) implements LinkEvent {}
}
