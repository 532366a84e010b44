package dev.gatehouse.model.servercode;

import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a game's server code wants a new instance to be.
///
/// @param key of the game's own, 1 to 128 characters: the same one with the same wish gives the same
///     instance, also where the studio's backend asks
/// @param zone where its server is wanted; absent where any will do
/// @param players its first
/// @param data a JSON object for the instance's server and backends; absent for nothing yet
/// @param shared a JSON object for its players, too; absent for nothing yet
/// @param reconnect what becomes of players who come back; absent for `REQUIRED`
public record NewInstance(
        String key,
        @Nullable String zone,
        List<InstancePlayer> players,
        @Nullable JsonText data,
        @Nullable JsonText shared,
        @Nullable ReconnectPolicy reconnect) {

    public NewInstance {
        players = List.copyOf(players);
    }

    /// Of nothing but players.
    public static NewInstance of(String key, List<InstancePlayer> players) {
        return new NewInstance(key, null, players, null, null, null);
    }

    public NewInstance inZone(String other) {
        return new NewInstance(key, other, players, data, shared, reconnect);
    }

    public NewInstance withData(JsonText other) {
        return new NewInstance(key, zone, players, other, shared, reconnect);
    }

    public NewInstance withShared(JsonText other) {
        return new NewInstance(key, zone, players, data, other, reconnect);
    }

    public NewInstance withReconnect(ReconnectPolicy other) {
        return new NewInstance(key, zone, players, data, shared, other);
    }
}
