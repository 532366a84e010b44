package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.token.SigningKeys.Rules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Partner tokens, and the keys that sign them.
///
/// @param pairLifetime how long a pair is good; a live link gets its next one in time
/// @param publishBefore how long a new key is only published before it signs
/// @param keysEvery how often the keys are read again
/// @param linksEvery how often live links are looked after: what other nodes did reaches a server within it, and
///     tokens that were revoked end a link within twice of it
@ConfigurationProperties("gatehouse.instances.tokens")
public record TokenProperties(
        @DefaultValue("1h") Duration pairLifetime,
        @DefaultValue("10m") Duration publishBefore,
        @DefaultValue("10s") Duration keysEvery,
        @DefaultValue("400ms") Duration linksEvery) {

    /// Twice of it, and what the looks themselves take, is the second within which a revocation holds.
    private static final Duration MOST_BETWEEN_LINKS = Duration.ofMillis(450);

    public TokenProperties {
        if (!keysEvery.isPositive() || !linksEvery.isPositive()) {
            throw new IllegalArgumentException(
                    "keysEvery, linksEvery: " + keysEvery + ", " + linksEvery + " (expected: > 0)");
        }
        if (linksEvery.compareTo(MOST_BETWEEN_LINKS) > 0) {
            throw new IllegalArgumentException(
                    "linksEvery: " + linksEvery + " (expected: <= " + MOST_BETWEEN_LINKS + ")");
        }
    }

    /// Refuses pairs that would expire before their server can have linked, and be given the next.
    void check(Deadlines deadlines) {
        var shortest = deadlines.allocation().plus(deadlines.link()).multipliedBy(2);
        if (pairLifetime.compareTo(shortest) < 0) {
            throw new IllegalArgumentException("tokens.pairLifetime: " + pairLifetime + " (expected: at least "
                    + shortest + ", twice what a server may take to link)");
        }
    }

    /// A replica that learns of a new key late signs with the one before for as long.
    Rules rules(String issuer) {
        return new Rules(issuer, publishBefore, pairLifetime.plus(publishBefore));
    }
}
