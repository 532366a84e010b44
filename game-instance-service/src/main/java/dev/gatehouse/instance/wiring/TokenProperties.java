package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.token.SigningKeys.Rules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The keys that sign partner tokens and tickets.
///
/// @param publishBefore how long a new key is only published before it signs
/// @param keysEvery how often the keys are read again
@ConfigurationProperties("gatehouse.instances.tokens")
public record TokenProperties(
        @DefaultValue("10m") Duration publishBefore,
        @DefaultValue("10s") Duration keysEvery) {

    public TokenProperties {
        if (!keysEvery.isPositive()) {
            throw new IllegalArgumentException("keysEvery: " + keysEvery + " (expected: > 0)");
        }
    }

    /// A replica that learns of a new key late signs with the one before for as long.
    Rules rules(String issuer, Duration pairLifetime) {
        return new Rules(issuer, publishBefore, pairLifetime.plus(publishBefore));
    }
}
