package dev.gatehouse.proxy.admission;

import static dev.gatehouse.model.error.ConnectionError.CONNECTION_LIMIT_REACHED;
import static dev.gatehouse.model.error.ConnectionError.RATE_LIMITED;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.proxy.refusal.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Lets in as many clients as there is room for, and no faster than can be served; sessions that go on before new
/// ones. What it refuses comes with the time after which another attempt makes sense. Safe to use from any thread.
public final class Admission {

    private final AdmissionProperties limits;
    private final LongSupplier nanos;
    private final GameCounts games;
    private final Buckets<String> addresses;
    private final Buckets<PlayerKey> accounts;
    private final Buckets<DeviceKey> devices;
    private final Places<PlayerKey> places;
    private final Semaphore sockets;

    // Guarded by itself.
    private final Bucket all;

    /// Who shakes hands.
    ///
    /// @param player absent where it has shown no token
    /// @param device absent where the client sent no device token
    /// @param goesOn whether it resumes a session
    public record Attempt(
            @Nullable PlayerKey player, @Nullable DeviceKey device, boolean goesOn) {}

    /// @param nanos a monotonic clock
    public Admission(AdmissionProperties limits, LongSupplier nanos, GameCounts games) {
        this.limits = limits;
        this.nanos = nanos;
        this.games = games;
        var rates = limits.handshakes();
        this.addresses = new Buckets<>(
                new Rate(rates.perAddress().perSecond(), rates.perAddress().burst()), rates.remembered());
        this.accounts = new Buckets<>(
                new Rate(rates.perAccount().perSecond(), rates.perAccount().burst()), rates.remembered());
        this.devices = new Buckets<>(
                new Rate(rates.perDevice().perSecond(), rates.perDevice().burst()), rates.remembered());
        this.places = new Places<>(limits.maxConnectionsPerAccount());
        this.sockets = new Semaphore(limits.maxConnections());
        this.all = new Bucket(new Rate(rates.perSecond(), rates.burst()), nanos.getAsLong());
    }

    /// One more request of an address.
    ///
    /// @param network what counts as one address
    public Optional<Refusal> request(String network) {
        return addresses.take(network, nanos.getAsLong()).map(Admission::later);
    }

    /// What a new socket may send.
    public FrameBudget frames() {
        var frames = limits.frames();
        return new FrameBudget(new Rate(frames.perSecond(), frames.burst()), nanos);
    }

    /// A socket's place on this proxy, before there is a socket.
    ///
    /// @return empty where all are taken, which is [#full]
    public Optional<Place> socket() {
        return sockets.tryAcquire() ? Optional.of(new Place(sockets::release)) : Optional.empty();
    }

    /// One more handshake, whose client is known.
    public Optional<Refusal> handshake(Attempt attempt) {
        var now = nanos.getAsLong();
        return take(accounts, attempt.player(), now)
                .or(() -> take(devices, attempt.device(), now))
                .or(() -> takeOfAll(attempt.goesOn(), now))
                .map(Admission::later);
    }

    private static <K> Optional<Duration> take(Buckets<K> buckets, @Nullable K key, long now) {
        return key == null ? Optional.empty() : buckets.take(key, now);
    }

    private Optional<Duration> takeOfAll(boolean goesOn, long now) {
        var kept =
                goesOn ? 0 : limits.handshakes().burst() * limits.handshakes().keptForResumes();
        synchronized (all) {
            return all.take(now, kept);
        }
    }

    /// How many sessions the game has, where that matters; else 0.
    public Mono<Long> population(GameId game) {
        return limits.maxConnectionsPerGame() == null ? Mono.just(0L) : games.of(game);
    }

    /// One more session of a game.
    ///
    /// @param population how many it has; those that go on are among them
    public Optional<Refusal> session(boolean goesOn, long population) {
        var most = limits.maxConnectionsPerGame();
        return goesOn || most == null || population < most ? Optional.empty() : Optional.of(full());
    }

    /// A player's place on this proxy.
    ///
    /// @return empty where the player has as many as one may, which is [#full]
    public Optional<Place> place(PlayerKey player) {
        return places.take(player);
    }

    public Refusal full() {
        return refusal(CONNECTION_LIMIT_REACHED, limits.fullRetry());
    }

    /// Too fast.
    public static Refusal later(Duration retryAfter) {
        return refusal(RATE_LIMITED, retryAfter);
    }

    private static Refusal refusal(ConnectionError why, Duration retryAfter) {
        return new Refusal(why, retryAfter, why.description(), JsonText.EMPTY_OBJECT);
    }
}
