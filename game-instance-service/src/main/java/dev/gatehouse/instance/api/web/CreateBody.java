package dev.gatehouse.instance.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of `POST /v1/game-instances`.
record CreateBody(
        @Nullable String gameId,
        @Nullable String idempotencyKey,
        @Nullable String provider,
        @Nullable String zone,
        @Nullable List<PlayerBody> players,
        @Nullable JsonNode data,
        @Nullable JsonNode shared,
        @Nullable String reconnect) {}
