package dev.gatehouse.instance.pool.redis;

import dev.gatehouse.instance.pool.Roster;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.pool.PoolFigures;
import dev.gatehouse.registry.pool.PoolIndex;
import dev.gatehouse.registry.pool.PoolServerState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/// One pool of the registry's index.
public final class RegistryRoster implements Roster {

    private final PoolIndex index;
    private final String pool;

    public RegistryRoster(PoolIndex index, String pool) {
        this.index = index;
        this.pool = pool;
    }

    @Override
    public Optional<List<ServerId>> join(PoolServerState state, Duration lifetime) {
        return await(index.join(pool, state, lifetime));
    }

    @Override
    public Optional<List<ServerId>> report(PoolServerState state, Duration lifetime) {
        return await(index.report(pool, state, lifetime));
    }

    @Override
    public void closeLink(String poolServer, String link) {
        await(index.closeLink(pool, poolServer, link));
    }

    @Override
    public Optional<FoundPlace> reserve(PooledServer server, Duration grace) {
        return await(index.reserve(pool, server, grace));
    }

    @Override
    public void take(String poolServer, PooledServer server) {
        await(index.take(pool, poolServer, server));
    }

    @Override
    public boolean free(String poolServer, ServerId server, boolean isFull) {
        return await(index.free(pool, poolServer, server, isFull));
    }

    @Override
    public void doubt(String poolServer) {
        await(index.doubt(pool, poolServer));
    }

    @Override
    public Optional<FoundPlace> find(ServerId server) {
        return await(index.find(pool, server));
    }

    @Override
    public List<Place> list() {
        return await(index.list(pool));
    }

    @Override
    public PoolFigures tend() {
        return await(index.tend(pool));
    }

    /// Waits for the registry, which answers or gives up within its own timeout, unless the caller is interrupted.
    private static <T> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }
}
