package dev.gatehouse.instance.api.web;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.InstancePlayer;
import org.jspecify.annotations.Nullable;

/// A player as a backend names one.
record PlayerBody(@Nullable String playerId, @Nullable Integer team) {

    InstancePlayer toPlayer() {
        return new InstancePlayer(new PlayerId(Required.of("playerId", playerId)), team == null ? 0 : team);
    }
}
