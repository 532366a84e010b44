package dev.gatehouse.session.player.world;

import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.session.session.SessionIdentity;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows sessions in the registry. What fails is said again soon enough: entries last three times as long as the
/// pause between two showings.
public final class RegistryPresence implements Presence {

    private static final Logger log = LoggerFactory.getLogger(RegistryPresence.class);

    private final DeviceClaims devices;
    private final GameConnections connections;
    private final Duration ttl;

    public RegistryPresence(DeviceClaims devices, GameConnections connections, Duration ttl) {
        this.devices = devices;
        this.connections = connections;
        this.ttl = ttl;
    }

    @Override
    public CompletionStage<Boolean> isListed(Attach newcomer) {
        var device = newcomer.device();
        return device == null
                ? CompletableFuture.completedFuture(true)
                : devices.renew(newcomer.player().gameId(), device, newcomer.sessionId(), false, ttl);
    }

    @Override
    public void show(SessionIdentity session, boolean recovering) {
        showChange(session, recovering);
        var player = session.player();
        report(session, connections.register(player.gameId(), session.id(), player.playerId(), session.proxy(), ttl));
    }

    @Override
    public void showChange(SessionIdentity session, boolean recovering) {
        var device = session.device();
        if (device != null) {
            report(session, devices.renew(session.player().gameId(), device, session.id(), recovering, ttl));
        }
    }

    @Override
    public void remove(SessionIdentity session) {
        var game = session.player().gameId();
        var device = session.device();
        if (device != null) {
            report(session, devices.release(game, device, session.id()));
        }
        report(session, connections.unregister(game, session.id()));
    }

    private static void report(SessionIdentity session, CompletionStage<?> said) {
        said.whenComplete((_, failure) -> {
            if (failure != null) {
                log.warn("The registry was not told of session {}: {}", session.id(), failure.toString());
            }
        });
    }
}
