package dev.gatehouse.proxy.token;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whose player tokens are taken.
///
/// @param issuers who may sign player tokens; guests' own issuer need not be listed
/// @param clockSkew how far the issuers' clocks may be off when a token's times are checked
/// @param fetchTimeout how long fetching an issuer's keys may take
@ConfigurationProperties("gatehouse.proxy.tokens")
public record TokenProperties(
        @DefaultValue List<IssuerProperties> issuers,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("5s") Duration fetchTimeout) {

    public TokenProperties {
        issuers = List.copyOf(issuers);
        if (clockSkew.isNegative()) {
            throw new IllegalArgumentException("clockSkew: " + clockSkew + " (expected: >= 0)");
        }
        if (!fetchTimeout.isPositive()) {
            throw new IllegalArgumentException("fetchTimeout: " + fetchTimeout + " (expected: > 0)");
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
    /// @param jwks where its public keys are: an `http`, `https` or `file` URL
    /// @param audience what its tokens must say in `aud`
    public record IssuerProperties(
            String issuer,
            URI jwks,
            @DefaultValue("gatehouse:players") String audience) {

        public IssuerProperties {
            if (issuer.isBlank()) {
                throw new IllegalArgumentException("issuer: '' (expected: the iss claim of its tokens)");
            }
            var scheme = jwks.getScheme();
            if (scheme == null || !List.of("file", "http", "https").contains(scheme)) {
                throw new IllegalArgumentException("jwks: " + jwks + " (expected: a file, http or https URL)");
            }
        }
    }
}
