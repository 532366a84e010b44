package dev.gatehouse.instance.players.http;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// Whatever session-service answers: the members of each of its answers, all of which may be absent.
public record SessionReply(
        @Member(1) @Nullable Long id,
        @Member(2) boolean delivered,
        @Member(3) @Nullable String code,
        @Member(4) @Nullable String message,
        @Member(5) boolean retryable,
        @Member(6) @Nullable NodeId owner) {}
