package dev.gatehouse.registry.connection.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/// Game connections in Redis.
public final class RedisGameConnections implements GameConnections {

    private final Scripts scripts;

    public RedisGameConnections(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Void> register(GameId game, SessionId session, PlayerId player, NodeId proxy, Duration ttl) {
        return scripts.run(RegisterConnection.call(game, session, player, proxy, ttl))
                .thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<Boolean> unregister(GameId game, SessionId session) {
        return scripts.run(UnregisterConnection.call(game, session));
    }

    @Override
    public CompletionStage<Long> count(GameId game) {
        return scripts.run(CountConnections.call(game));
    }
}
