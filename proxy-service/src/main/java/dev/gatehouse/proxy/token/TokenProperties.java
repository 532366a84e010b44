package dev.gatehouse.proxy.token;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Whose player tokens are taken.
///
/// @param issuers who may sign player tokens; guests' own issuer need not be listed
/// @param clockSkew how far the issuers' clocks may be off when a token's times are checked; at most 5 minutes
/// @param remembered how many good tokens are remembered until they expire, so that they are verified once
/// @param keys how the issuers' public keys are fetched and kept
@ConfigurationProperties("gatehouse.proxy.tokens")
public record TokenProperties(
        @DefaultValue List<IssuerProperties> issuers,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("10000") int remembered,
        @DefaultValue KeyProperties keys) {

    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    public TokenProperties {
        issuers = List.copyOf(issuers);
        if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
            throw new IllegalArgumentException("clockSkew: " + clockSkew + " (expected: 0 to " + MOST_SKEW + ")");
        }
        if (remembered < 1) {
            throw new IllegalArgumentException("remembered: " + remembered + " (expected: > 0)");
        }
        var names = new HashSet<String>();
        for (var issuer : issuers) {
            if (!names.add(issuer.issuer())) {
                throw new IllegalArgumentException("issuers: two named " + issuer.issuer() + " (expected: one each)");
            }
        }
    }

    /// One who may sign player tokens.
    ///
    /// @param issuer what its tokens say in `iss`
    /// @param jwks where its public keys are: an `http`, `https` or `file` URL; absent where `issuer` is a URL that
    ///     OpenID Connect discovery starts from
    /// @param audience what its tokens must say in `aud`
    /// @param games the only games that its tokens are good for; none for every game
    /// @param algorithms what its tokens may be signed with
    /// @param types what its tokens may say in the header `typ`, where they say anything there
    public record IssuerProperties(
            String issuer,
            @Nullable URI jwks,
            @DefaultValue("gatehouse:players") String audience,
            @DefaultValue Set<String> games,
            @DefaultValue({"RS256", "ES256", "EDDSA"}) Set<SigningAlgorithm> algorithms,
            @DefaultValue({"JWT", "at+jwt"}) List<String> types) {

        public IssuerProperties {
            games = Set.copyOf(games);
            algorithms = Set.copyOf(algorithms);
            types = List.copyOf(types);
            if (issuer.isBlank()) {
                throw new IllegalArgumentException("issuer: '' (expected: the iss claim of its tokens)");
            }
            if (jwks != null && !isOneOf(jwks, "file", "http", "https")) {
                throw new IllegalArgumentException("jwks: " + jwks + " (expected: a file, http or https URL)");
            }
            if (jwks == null && !isOneOf(URI.create(issuer), "http", "https")) {
                throw new IllegalArgumentException(
                        "jwks: nothing (expected: a URL, as the issuer " + issuer + " is none)");
            }
            if (algorithms.isEmpty()) {
                throw new IllegalArgumentException("algorithms: none (expected: at least one)");
            }
        }

        private static boolean isOneOf(URI place, String... schemes) {
            return place.getScheme() != null && List.of(schemes).contains(place.getScheme());
        }
    }

    /// How issuers' public keys are fetched and kept.
    ///
    /// @param fetchTimeout how long one fetch may take, to its last byte
    /// @param maxSize the most that one fetch may bring
    /// @param refreshAfter how old keys may become before they are fetched again, while nobody waits
    /// @param refetchInterval at most one fetch in this time, however many tokens name a key that is not there
    /// @param outageTolerance how old keys may become while they cannot be fetched, before they count no more
    public record KeyProperties(
            @DefaultValue("5s") Duration fetchTimeout,
            @DefaultValue("256KB") DataSize maxSize,
            @DefaultValue("5m") Duration refreshAfter,
            @DefaultValue("10s") Duration refetchInterval,
            @DefaultValue("1h") Duration outageTolerance) {

        public KeyProperties {
            positive("keys.fetchTimeout", fetchTimeout);
            positive("keys.refetchInterval", refetchInterval);
            if (maxSize.toBytes() < 1 || maxSize.toBytes() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("keys.maxSize: " + maxSize + " (expected: 1B to 2GB)");
            }
            if (refreshAfter.compareTo(refetchInterval) < 0) {
                throw new IllegalArgumentException("keys.refreshAfter: " + refreshAfter
                        + " (expected: >= keys.refetchInterval " + refetchInterval + ")");
            }
            if (outageTolerance.compareTo(refreshAfter) <= 0) {
                throw new IllegalArgumentException("keys.outageTolerance: " + outageTolerance
                        + " (expected: > keys.refreshAfter " + refreshAfter + ")");
            }
        }

        private static void positive(String name, Duration value) {
            if (!value.isPositive()) {
                throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
            }
        }
    }
}
