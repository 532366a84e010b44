package dev.gatehouse.session.player.state;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.Member;

/// How far a session's client has been received.
///
/// @param number of its last message whose effect is stored
public record Receipt(
        @Member(1) SessionId session, @Member(2) long number) {}
