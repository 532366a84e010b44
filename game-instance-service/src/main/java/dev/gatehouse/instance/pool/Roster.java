package dev.gatehouse.instance.pool;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.pool.PoolFigures;
import dev.gatehouse.registry.pool.PoolServerState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One pool in the registry: see [dev.gatehouse.registry.pool.PoolIndex]. Calls block, and fail with
/// [dev.gatehouse.registry.RegistryUnavailableException] where it cannot be asked or the caller is interrupted. Safe to
/// use from several threads.
public interface Roster {

    Optional<List<ServerId>> join(PoolServerState state, Duration lifetime);

    Optional<List<ServerId>> report(PoolServerState state, Duration lifetime);

    void closeLink(String poolServer, String link);

    Optional<FoundPlace> reserve(PooledServer server, Duration grace);

    void take(String poolServer, PooledServer server);

    /// @return whether it had a place there
    boolean free(String poolServer, ServerId server, boolean isFull);

    void doubt(String poolServer);

    Optional<FoundPlace> find(ServerId server);

    List<Place> list();

    PoolFigures tend();
}
