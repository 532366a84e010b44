package dev.gatehouse.proxy.guest;

import static dev.gatehouse.model.error.ConnectionError.GAME_ID_UNKNOWN;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.registry.guest.GuestAccounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Gives a device its guest account: the same one every time it asks, with a fresh token.
public final class Guests {

    private static final Logger log = LoggerFactory.getLogger(Guests.class);
    private static final int ID_BYTES = 16;

    private final GuestAccounts accounts;
    private final GuestTokens tokens;
    private final LiveNodes live;
    private final Duration lifetime;
    private final World world;

    /// Time, chance, and where signing does not hold up a socket.
    public record World(InstantSource time, RandomGenerator random, Scheduler workers) {}

    public Guests(GuestAccounts accounts, GuestTokens tokens, LiveNodes live, Duration lifetime, World world) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.live = live;
        this.lifetime = lifetime;
        this.world = world;
    }

    /// Refused with 4002 for a game that nobody hosts, and with 1209 while that cannot be known or the registry is
    /// away.
    public Mono<Verdict<Guest>> of(GuestRequest request) {
        var nodes = live.now();
        if (nodes.isEmpty()) {
            return Mono.just(Verdict.refused(Refusal.notReady("No server is ready.")));
        }
        if (!nodes.hosts(request.gameId())) {
            return Mono.just(Verdict.refused(Refusal.of(GAME_ID_UNKNOWN)));
        }
        var device = DeviceKey.of(request.deviceToken());
        return Mono.fromCompletionStage(() -> accounts.of(request.gameId(), device, candidate()))
                .publishOn(world.workers())
                .map(player -> Verdict.passed(guest(request, player)))
                .onErrorResume(this::away);
    }

    private Guest guest(GuestRequest request, PlayerId player) {
        var now = world.time().instant();
        var expiresAt = now.plus(lifetime);
        return new Guest(player, tokens.sign(player, request.gameId(), now, expiresAt), expiresAt.toEpochMilli());
    }

    private PlayerId candidate() {
        var bytes = new byte[ID_BYTES];
        world.random().nextBytes(bytes);
        return new PlayerId("guest-" + HexFormat.of().formatHex(bytes));
    }

    private Mono<Verdict<Guest>> away(Throwable failure) {
        log.warn("No guest account: {}", failure.toString());
        return Mono.just(Verdict.refused(Refusal.notReady("Guest accounts cannot be had now.")));
    }
}
