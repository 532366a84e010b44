package dev.gatehouse.proxy.wiring;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.proxy.device.Devices;
import dev.gatehouse.proxy.registration.Registrations;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaim;
import dev.gatehouse.registry.device.DeviceClaims;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// The registry as the handshake sees it.
final class RegistryPorts {

    private static final Logger log = LoggerFactory.getLogger(RegistryPorts.class);

    static Devices devices(DeviceClaims claims, Duration ttl) {
        return new Devices() {
            @Override
            public Mono<DeviceClaim> claim(GameId game, DeviceKey device, DeviceSession newcomer) {
                return Mono.fromCompletionStage(() -> claims.claim(game, device, newcomer, ttl));
            }

            @Override
            public void release(GameId game, DeviceKey device, SessionId session) {
                claims.release(game, device, session).whenComplete((_, failure) -> note(failure, session));
            }
        };
    }

    static Registrations registrations(GameConnections connections, NodeId proxy, Duration ttl) {
        return new Registrations() {
            @Override
            public Mono<Void> enter(PlayerKey player, SessionId session) {
                return Mono.fromCompletionStage(
                        () -> connections.register(player.gameId(), session, player.playerId(), proxy, ttl));
            }

            @Override
            public void leave(PlayerKey player, SessionId session) {
                connections.unregister(player.gameId(), session).whenComplete((_, failure) -> note(failure, session));
            }
        };
    }

    private static void note(@Nullable Throwable failure, SessionId session) {
        if (failure != null) {
            log.warn("Session {} stays in the registry until it times out: {}", session, failure.toString());
        }
    }

    private RegistryPorts() {}
}
