package dev.gatehouse.instance.players.http;

import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// The body of session-service's `actions`.
public record ActionOrder(
        @Member(1) ActionMode mode,
        @Member(2) ActionCall action,
        @Member(3) @Nullable String key) {}
