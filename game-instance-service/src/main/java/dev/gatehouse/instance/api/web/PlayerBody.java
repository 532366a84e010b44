package dev.gatehouse.instance.api.web;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.InstancePlayer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A player as a backend names one.
record PlayerBody(
        @Nullable String playerId,
        @Nullable Integer team,
        @Nullable JsonNode data) {

    InstancePlayer toPlayer() {
        return new InstancePlayer(
                new PlayerId(Required.of("playerId", playerId)), team == null ? 0 : team, GameJson.of("data", data));
    }
}
