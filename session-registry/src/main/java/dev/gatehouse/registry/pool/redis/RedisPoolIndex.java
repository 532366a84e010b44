package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.pool.PoolFigures;
import dev.gatehouse.registry.pool.PoolIndex;
import dev.gatehouse.registry.pool.PoolServerState;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The index of pools in Redis.
public final class RedisPoolIndex implements PoolIndex {

    private final Scripts scripts;

    public RedisPoolIndex(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Optional<List<ServerId>>> join(String pool, PoolServerState state, Duration lifetime) {
        return scripts.run(ReportServer.call(pool, state, true, lifetime));
    }

    @Override
    public CompletionStage<Optional<List<ServerId>>> report(String pool, PoolServerState state, Duration lifetime) {
        return scripts.run(ReportServer.call(pool, state, false, lifetime));
    }

    @Override
    public CompletionStage<Boolean> closeLink(String pool, String poolServer, String link) {
        return scripts.run(CloseLink.call(pool, poolServer, link));
    }

    @Override
    public CompletionStage<Optional<FoundPlace>> reserve(String pool, PooledServer server, Duration grace) {
        return scripts.run(ReservePlace.call(pool, server, grace));
    }

    @Override
    public CompletionStage<Void> take(String pool, String poolServer, PooledServer server) {
        return scripts.run(TakePlace.call(pool, poolServer, server)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<Boolean> free(String pool, String poolServer, ServerId server, boolean isFull) {
        return scripts.run(FreePlace.call(pool, poolServer, server, isFull));
    }

    @Override
    public CompletionStage<Boolean> doubt(String pool, String poolServer) {
        return scripts.run(DoubtServer.call(pool, poolServer));
    }

    @Override
    public CompletionStage<Optional<FoundPlace>> find(String pool, ServerId server) {
        return scripts.run(FindPlace.call(pool, server));
    }

    @Override
    public CompletionStage<List<Place>> list(String pool) {
        return scripts.run(ListPlaces.call(pool));
    }

    @Override
    public CompletionStage<PoolFigures> tend(String pool) {
        return scripts.run(TendPool.call(pool));
    }
}
