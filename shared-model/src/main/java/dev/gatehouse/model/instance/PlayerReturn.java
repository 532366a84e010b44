package dev.gatehouse.model.instance;

import dev.gatehouse.model.schema.Member;

/// What session-service says of a player who has come with a new session.
///
/// @param isBack whether no other session of the player lives: whatever it was in, it comes back to
public record PlayerReturn(@Member(1) boolean isBack) {}
