package dev.gatehouse.gameserver;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An instance that a game server wants to host beside the one that it was started for.
///
/// @param key names it among those of the game; 1 to 128 characters
/// @param host where players reach it
/// @param port 1 to 65535
/// @param capacity how many players it takes
/// @param players its first, at most 200
/// @param data for this server, the studio's backend and operators, at most 8 KiB; absent for
///     nothing yet
/// @param shared for the players, too, at most 8 KiB; absent for nothing yet
/// @param reconnect what becomes of players who come back; absent for [ReconnectPolicy#REQUIRED]
public record NewInstance(
        String key,
        String host,
        int port,
        int capacity,
        List<InstancePlayer> players,
        @Nullable JsonText data,
        @Nullable JsonText shared,
        @Nullable ReconnectPolicy reconnect) {

    public NewInstance {
        players = List.copyOf(players);
    }

    /// One that nobody is in yet.
    public NewInstance(String key, String host, int port, int capacity) {
        this(key, host, port, capacity, List.of(), null, null, null);
    }

    CreateInstance request(String id, InstanceId from) {
        return new CreateInstance(id, from, key, host, port, capacity, players, data, shared, reconnect);
    }
}
