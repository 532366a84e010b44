package dev.gatehouse.proxy.token;

import dev.gatehouse.proxy.token.KeyAnswer.Known;
import dev.gatehouse.proxy.token.KeyAnswer.Unavailable;
import dev.gatehouse.proxy.token.TokenProperties.KeyProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Keeps the keys of one issuer at hand. A key that is here is never waited for: keys are fetched again in the
/// background, and old ones stay good through an outage of the issuer. Tokens that name a key which is not here cost
/// one fetch per interval, all of them together. Safe to use from any thread.
///
/// @param <K> what a key is to whoever checks signatures
public final class KeyRing<K> implements IssuerKeys<K> {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private final String issuer;
    private final Place<K> place;
    private final KeyProperties limits;
    private final World world;

    private volatile @Nullable Kept<K> kept;

    // Both guarded by this. A fetch is under way while `underWay` is there.
    private @Nullable CompletableFuture<Boolean> underWay;
    private @Nullable Long lastFetch;

    /// Where the keys come from.
    @FunctionalInterface
    public interface Place<K> {

        /// May block, for as long as the settings allow.
        List<K> fetch() throws IOException;
    }

    /// @param nanos a monotonic clock
    /// @param workers where a fetch may block
    public record World(LongSupplier nanos, Scheduler workers) {}

    private record Kept<K>(List<K> keys, long at) {}

    /// @param issuer for the log
    public KeyRing(String issuer, Place<K> place, KeyProperties limits, World world) {
        this.issuer = issuer;
        this.place = place;
        this.limits = limits;
        this.world = world;
    }

    @Override
    public Mono<KeyAnswer<K>> find(Predicate<K> fits) {
        return Mono.defer(() -> {
            var found = atHand(fits);
            if (!found.isEmpty()) {
                return Mono.just(new Known<>(found));
            }
            return fetch().map(fetched -> afterwards(fetched, fits))
                    .orElseGet(() -> Mono.just(new Unavailable<>(untilNextFetch())));
        });
    }

    /// Fetches what is missing or old, if that may be. Called now and then, also at the very start, so that the first
    /// token need not wait.
    public void refresh() {
        var current = kept;
        if (current == null || isOlder(current, limits.refreshAfter())) {
            fetch();
        }
    }

    private Mono<KeyAnswer<K>> afterwards(CompletableFuture<Boolean> fetched, Predicate<K> fits) {
        return Mono.fromFuture(fetched, true)
                .map(worked -> worked ? new Known<>(atHand(fits)) : new Unavailable<>(untilNextFetch()));
    }

    private List<K> atHand(Predicate<K> fits) {
        var current = kept;
        return current == null || isOlder(current, limits.outageTolerance())
                ? List.of()
                : current.keys().stream().filter(fits).toList();
    }

    private boolean isOlder(Kept<K> keys, Duration age) {
        return world.nanos().getAsLong() - keys.at() > age.toNanos();
    }

    /// The fetch that is under way, or a new one; empty where it is too early for one.
    private Optional<CompletableFuture<Boolean>> fetch() {
        CompletableFuture<Boolean> mine;
        synchronized (this) {
            if (underWay != null) {
                return Optional.of(underWay);
            }
            if (!untilNextFetch().isZero()) {
                return Optional.empty();
            }
            lastFetch = world.nanos().getAsLong();
            mine = new CompletableFuture<>();
            underWay = mine;
        }
        try {
            world.workers().schedule(() -> fetchNow(mine));
        } catch (RejectedExecutionException e) {
            failed(mine, e);
        }
        return Optional.of(mine);
    }

    private synchronized Duration untilNextFetch() {
        if (lastFetch == null) {
            return Duration.ZERO;
        }
        long passed = world.nanos().getAsLong() - lastFetch;
        return Duration.ofNanos(Math.max(0, limits.refetchInterval().toNanos() - passed));
    }

    private void fetchNow(CompletableFuture<Boolean> fetch) {
        try {
            var keys = List.copyOf(place.fetch());
            kept = new Kept<>(keys, world.nanos().getAsLong());
            over();
            fetch.complete(true);
        } catch (IOException | RuntimeException e) {
            failed(fetch, e);
        } finally {
            // After an error of the machine's nobody may wait for ever.
            if (!fetch.isDone()) {
                over();
                fetch.complete(false);
            }
        }
    }

    private void failed(CompletableFuture<Boolean> fetch, Exception why) {
        log.warn("The keys of the issuer {} cannot be had: {}", issuer, why.toString());
        over();
        fetch.complete(false);
    }

    private synchronized void over() {
        underWay = null;
    }
}
