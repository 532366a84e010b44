package dev.gatehouse.proxy.wiring;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.proxy.device.DeviceProperties;
import dev.gatehouse.proxy.device.Devices;
import dev.gatehouse.proxy.handshake.PlayerStandings;
import dev.gatehouse.proxy.registration.Registrations;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaim;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.Standings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// The registry as the handshake sees it.
final class RegistryPorts {

    private static final Logger log = LoggerFactory.getLogger(RegistryPorts.class);

    static Devices devices(DeviceClaims claims, DeviceProperties limits) {
        return new Devices() {
            @Override
            public Mono<DeviceClaim> claim(GameId game, DeviceKey device, DeviceSession newcomer) {
                return Mono.fromCompletionStage(() -> claims.claim(game, device, newcomer, limits.claimTtl()));
            }

            @Override
            public Mono<Optional<DeviceClaim>> claimInTurn(GameId game, DeviceKey device, DeviceSession newcomer) {
                return Mono.fromCompletionStage(
                        () -> claims.claimInTurn(game, device, newcomer, limits.claimTtl(), limits.longestTurn()));
            }

            @Override
            public void endTurn(GameId game, DeviceKey device, SessionId session) {
                claims.endTurn(game, device, session).whenComplete((_, failure) -> note(failure, session));
            }

            @Override
            public Mono<Void> release(GameId game, DeviceKey device, SessionId session) {
                var released = claims.release(game, device, session).handle((_, failure) -> {
                    note(failure, session);
                    return true;
                });
                return Mono.fromCompletionStage(released).then();
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

    static PlayerStandings standings(Standings standings) {
        return new PlayerStandings() {
            @Override
            public Mono<Standing> of(PlayerKey player) {
                return Mono.fromCompletionStage(() -> standings.of(player));
            }

            @Override
            public void played(PlayerKey player, int logicVersion) {
                standings.played(player, logicVersion).whenComplete((_, failure) -> {
                    if (failure != null) {
                        log.warn(
                                "That {} plays logic version {} may not be noted: {}",
                                player,
                                logicVersion,
                                failure.toString());
                    }
                });
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
