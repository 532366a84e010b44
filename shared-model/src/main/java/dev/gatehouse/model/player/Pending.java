package dev.gatehouse.model.player;

import dev.gatehouse.model.schema.Member;

/// One item of a [PendingQueue].
///
/// @param id given by the queue, never twice
public record Pending<T>(@Member(1) long id, @Member(2) T value) {}
