package dev.gatehouse.proxy.token.jose;

import static dev.gatehouse.model.error.ConnectionError.CREDENTIALS_EXPIRED_ERROR;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.TEMPORARY_AUTHENTICATION_ERROR;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.token.Identity;
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
/// signature is good, but for `iss` and `kid`, which pick the key.
public final class JoseTokens implements Tokens {

    private static final Logger log = LoggerFactory.getLogger(JoseTokens.class);
    private static final String GAMES_CLAIM = "game_ids";

    private final Map<String, TrustedIssuer> issuers;
    private final Duration skew;
    private final InstantSource time;
    private final Scheduler workers;

    /// @param workers where keys are fetched and signatures checked: both take longer than a socket's thread has
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
        return Mono.fromCallable(() -> check(token)).subscribeOn(workers).onErrorResume(this::unreadable);
    }

    private Verdict<Identity> check(String token) throws ParseException, KeySourceException {
        var jwt = SignedJWT.parse(token);
        if (!Signatures.ALGORITHMS.contains(jwt.getHeader().getAlgorithm())) {
            return rejected("The token is not signed with an algorithm that is taken here.");
        }
        var claims = jwt.getJWTClaimsSet();
        var issuer = issuerOf(claims);
        if (issuer == null || !isSignedBy(issuer, jwt)) {
            return rejected("The token is not signed by an issuer that is known here.");
        }
        return checkClaims(claims, issuer);
    }

    private @Nullable TrustedIssuer issuerOf(JWTClaimsSet claims) {
        var name = claims.getIssuer();
        return name == null ? null : issuers.get(name);
    }

    private static boolean isSignedBy(TrustedIssuer issuer, SignedJWT jwt) throws KeySourceException {
        var matcher = JWKMatcher.forJWSHeader(jwt.getHeader());
        return issuer.keys().get(new JWKSelector(matcher), null).stream().anyMatch(key -> Signatures.isGood(jwt, key));
    }

    private Verdict<Identity> checkClaims(JWTClaimsSet claims, TrustedIssuer issuer) throws ParseException {
        if (!claims.getAudience().contains(issuer.audience())) {
            return rejected("The token is not for players.");
        }
        if (claims.getExpirationTime() == null || claims.getSubject() == null) {
            return rejected("The token does not say whose it is and until when.");
        }
        var now = time.instant();
        var expiresAt = claims.getExpirationTime().toInstant();
        if (!now.isBefore(expiresAt.plus(skew))) {
            return Verdict.refused(Refusal.of(CREDENTIALS_EXPIRED_ERROR));
        }
        var notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.isBefore(notBefore.toInstant().minus(skew))) {
            return rejected("The token is not good yet.");
        }
        return Verdict.passed(identity(claims, expiresAt));
    }

    private static Identity identity(JWTClaimsSet claims, Instant expiresAt) throws ParseException {
        return new Identity(new PlayerId(claims.getSubject()), games(claims), expiresAt);
    }

    private static @Nullable Set<GameId> games(JWTClaimsSet claims) throws ParseException {
        if (claims.getClaim(GAMES_CLAIM) == null) {
            return null;
        }
        return claims.getStringListClaim(GAMES_CLAIM).stream().map(GameId::new).collect(Collectors.toUnmodifiableSet());
    }

    private Mono<Verdict<Identity>> unreadable(Throwable failure) {
        if (failure instanceof KeySourceException) {
            log.warn("An issuer's keys cannot be had: {}", failure.toString());
            return Mono.just(Verdict.refused(Refusal.of(TEMPORARY_AUTHENTICATION_ERROR)));
        }
        if (failure instanceof RejectedExecutionException) {
            log.warn("Too many tokens wait to be checked");
            return Mono.just(Verdict.refused(Refusal.of(TEMPORARY_AUTHENTICATION_ERROR)));
        }
        // Not logged with its message: that may quote the token.
        log.debug("A token could not be read: {}", failure.getClass().getSimpleName());
        return Mono.just(rejected("The token cannot be read."));
    }

    private static Verdict<Identity> rejected(String message) {
        return Verdict.refused(Refusal.of(LOGIN_REJECTED, message));
    }
}
