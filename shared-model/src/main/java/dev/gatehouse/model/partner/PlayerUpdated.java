package dev.gatehouse.model.partner;

import dev.gatehouse.model.schema.Member;

/// The number under which the player's session keeps the action: the answer to
/// [GameServerRequest.UpdatePlayer].
public record PlayerUpdated(@Member(1) long id) {}
