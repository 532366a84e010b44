package dev.gatehouse.proxy.token;

import dev.gatehouse.model.digest.Sha256;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.refusal.Verdict.Passed;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/// Remembers the good tokens until they expire, so that a client that reconnects, or shows its token in the header and
/// again in the handshake, costs one check of a signature. Whoever shows a token that is being checked waits for that
/// check. Keeps hashes, never tokens. Safe to use from any thread.
public final class CachedTokens implements Tokens {

    private final Tokens tokens;
    private final InstantSource time;

    // Guarded by itself.
    private final Map<String, Identity> known;

    // As many as there are handshakes under way, at most.
    private final Map<String, Mono<Verdict<Identity>>> underWay = new ConcurrentHashMap<>();

    /// @param size how many tokens are remembered; those not shown for longest are forgotten first
    public CachedTokens(Tokens tokens, InstantSource time, int size) {
        this.tokens = tokens;
        this.time = time;
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Identity> eldest) {
                return size() > size;
            }
        };
    }

    @Override
    public Mono<Verdict<Identity>> identify(String token) {
        if (token.length() > MAX_LENGTH) {
            return tokens.identify(token);
        }
        return Mono.defer(() -> {
            var hash = Sha256.hex(token);
            return recall(hash)
                    .map(identity -> Mono.just(Verdict.passed(identity)))
                    .orElseGet(() -> underWay.computeIfAbsent(hash, _ -> check(hash, token)));
        });
    }

    // Goes on when whoever asked first is gone: others may wait for it. Looks once more: the last check may have ended
    // between the look before and now.
    private Mono<Verdict<Identity>> check(String hash, String token) {
        return Mono.defer(() -> recall(hash)
                        .map(identity -> Mono.just(Verdict.passed(identity)))
                        .orElseGet(() -> tokens.identify(token)))
                .doOnNext(verdict -> remember(hash, verdict))
                .doFinally(_ -> underWay.remove(hash))
                .cache();
    }

    private Optional<Identity> recall(String hash) {
        synchronized (known) {
            var identity = Optional.ofNullable(known.get(hash));
            return identity.filter(it -> it.expiresAt().isAfter(time.instant()));
        }
    }

    private void remember(String hash, Verdict<Identity> verdict) {
        if (verdict instanceof Passed<Identity>(Identity identity)) {
            synchronized (known) {
                known.put(hash, identity);
            }
        }
    }
}
