package dev.gatehouse.proxy.token.jose;

import static dev.gatehouse.model.error.ConnectionError.CREDENTIALS_EXPIRED_ERROR;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.TEMPORARY_AUTHENTICATION_ERROR;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.token.Identity;
import dev.gatehouse.proxy.token.KeyAnswer;
import dev.gatehouse.proxy.token.KeyAnswer.Known;
import dev.gatehouse.proxy.token.KeyAnswer.Unavailable;
import dev.gatehouse.proxy.token.SigningAlgorithm;
import dev.gatehouse.proxy.token.Tokens;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Checks player tokens as JSON Web Tokens of any of several issuers. Nothing that a token says is used before its
/// signature is good, but for `iss` and `kid`, which pick the key; where it says its key is to be found (`jku`, `x5u`,
/// `jwk`) is never looked at.
public final class JoseTokens implements Tokens {

    private static final Logger log = LoggerFactory.getLogger(JoseTokens.class);
    private static final String GAMES_CLAIM = "game_ids";
    private static final Duration BUSY_RETRY = Duration.ofSeconds(2);

    private final Map<String, TrustedIssuer> issuers;
    private final Duration skew;
    private final InstantSource time;
    private final Scheduler workers;

    /// A token of an issuer that is trusted, to be checked with the issuer's keys.
    private record Claimed(TokenText text, Claims claims, TrustedIssuer issuer, SigningAlgorithm algorithm) {

        boolean isSignedWithOneOf(List<JWK> keys) {
            return keys.stream().anyMatch(key -> Signatures.isGood(text.jwt(), algorithm, key));
        }
    }

    /// @param workers where signatures are checked: that takes longer than a socket's thread has
    public JoseTokens(List<TrustedIssuer> issuers, Duration skew, InstantSource time, Scheduler workers) {
        this.issuers = issuers.stream().collect(Collectors.toUnmodifiableMap(TrustedIssuer::name, Function.identity()));
        this.skew = skew;
        this.time = time;
        this.workers = workers;
    }

    @Override
    public Mono<Verdict<Identity>> identify(String token) {
        if (token.length() > MAX_LENGTH) {
            return Mono.just(rejected("The token is too long."));
        }
        return Mono.fromCallable(() -> read(token))
                .subscribeOn(workers)
                .flatMap(this::verify)
                .onErrorResume(this::unreadable);
    }

    private Verdict<Claimed> read(String token) throws ParseException {
        var text = TokenText.of(token);
        if (text.asksForMore()) {
            return refused("The token asks for more than is understood here.");
        }
        var claims = new Claims(text.claims());
        var issuer = claims.text("iss").map(issuers::get);
        var algorithm = Signatures.algorithmOf(text.jwt());
        if (issuer.isEmpty()) {
            return refused("The token is not signed by an issuer that is known here.");
        }
        var demands = issuer.get().demands();
        if (algorithm.filter(demands.algorithms()::contains).isEmpty()) {
            return refused("The token is not signed with an algorithm that is taken here.");
        }
        if (!demands.takesType(new Claims(text.header()).text("typ").orElse(null))) {
            return refused("The token is of another type than players' tokens.");
        }
        return Verdict.passed(new Claimed(text, claims, issuer.get(), algorithm.get()));
    }

    private Mono<Verdict<Identity>> verify(Verdict<Claimed> read) {
        return switch (read) {
            case Verdict.Refused<Claimed>(Refusal refusal) -> Mono.just(Verdict.refused(refusal));
            case Verdict.Passed<Claimed>(Claimed token) -> {
                var matcher = JWKMatcher.forJWSHeader(token.text().jwt().getHeader());
                // Many may have waited for the same fetch, and it ends on one thread.
                yield token.issuer()
                        .keys()
                        .find(matcher::matches)
                        .publishOn(workers)
                        .flatMap(keys -> Mono.fromCallable(() -> verify(token, keys)));
            }
        };
    }

    private Verdict<Identity> verify(Claimed token, KeyAnswer<JWK> answer) throws ParseException {
        return switch (answer) {
            case Unavailable<JWK>(Duration retryAfter) -> temporarily(retryAfter);
            case Known<JWK>(List<JWK> keys) ->
                token.isSignedWithOneOf(keys)
                        ? checkClaims(token.claims(), token.issuer().demands())
                        : rejected("The token is not signed by an issuer that is known here.");
        };
    }

    private Verdict<Identity> checkClaims(Claims claims, TrustedIssuer.Demands demands) throws ParseException {
        if (!claims.textOrTexts("aud").orElse(List.of()).contains(demands.audience())) {
            return rejected("The token is not for players.");
        }
        var subject = claims.text("sub");
        var expiresAt = claims.time("exp");
        if (expiresAt.isEmpty() || subject.isEmpty()) {
            return rejected("The token does not say whose it is and until when.");
        }
        var now = time.instant();
        if (!now.isBefore(expiresAt.get().plus(skew))) {
            return Verdict.refused(Refusal.of(CREDENTIALS_EXPIRED_ERROR));
        }
        if (isAhead(claims, "nbf", now) || isAhead(claims, "iat", now)) {
            return rejected("The token is not good yet.");
        }
        var player = new PlayerId(subject.get());
        return player.isUnauthenticated()
                ? rejected("The token names nobody.")
                : Verdict.passed(new Identity(player, games(claims, demands), expiresAt.get()));
    }

    private boolean isAhead(Claims claims, String name, Instant now) throws ParseException {
        return claims.time(name).filter(then -> now.isBefore(then.minus(skew))).isPresent();
    }

    // An issuer cannot give away more games than it was trusted with.
    private static @Nullable Set<GameId> games(Claims claims, TrustedIssuer.Demands demands) throws ParseException {
        var named = claims.texts(GAMES_CLAIM);
        var trusted = demands.games();
        if (named.isEmpty()) {
            return trusted;
        }
        return named.get().stream()
                .map(GameId::new)
                .filter(game -> trusted == null || trusted.contains(game))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Mono<Verdict<Identity>> unreadable(Throwable failure) {
        if (failure instanceof RejectedExecutionException) {
            log.warn("Too many tokens wait to be checked");
            return Mono.just(temporarily(BUSY_RETRY));
        }
        // Not logged with its message: that may quote the token.
        log.debug("A token could not be read: {}", failure.getClass().getSimpleName());
        return Mono.just(rejected("The token cannot be read."));
    }

    private static Verdict<Identity> temporarily(Duration retryAfter) {
        var error = TEMPORARY_AUTHENTICATION_ERROR;
        return Verdict.refused(new Refusal(error, retryAfter, error.description(), JsonText.EMPTY_OBJECT));
    }

    private static <T> Verdict<T> refused(String message) {
        return Verdict.refused(Refusal.of(LOGIN_REJECTED, message));
    }

    private static Verdict<Identity> rejected(String message) {
        return refused(message);
    }
}
