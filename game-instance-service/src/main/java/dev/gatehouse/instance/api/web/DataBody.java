package dev.gatehouse.instance.api.web;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.instance.life.DataChange;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.PlayerWrite;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The body of `POST /v1/game-instances/{id}/data`: what is absent stays as it is.
record DataBody(
        @Nullable JsonNode data,
        @Nullable JsonNode shared,
        @Nullable Long ifVersion,
        @Nullable List<WriteBody> players) {

    record WriteBody(
            @Nullable String playerId,
            @Nullable JsonNode data,
            @Nullable Long ifVersion) {

        PlayerWrite toWrite() {
            return new PlayerWrite(
                    new PlayerId(Required.of("playerId", playerId)),
                    Required.of("data", GameJson.of("data", data)),
                    ifVersion);
        }
    }

    /// Under the same bounds as a game server's request.
    DataChange toChange(InstanceId instance) {
        var writes = requireNonNullElse(players, List.<WriteBody>of());
        return DataChange.of(new UpdateInstance(
                "api",
                instance,
                GameJson.of("data", data),
                GameJson.of("shared", shared),
                ifVersion,
                writes.stream().map(WriteBody::toWrite).toList()));
    }
}
