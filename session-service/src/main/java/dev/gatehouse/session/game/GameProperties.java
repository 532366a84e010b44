package dev.gatehouse.session.game;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits on the games' hooks.
///
/// @param policyTimeout how long `tooManyConnections` may take before the default holds
/// @param readyTimeout how long `clientReady` may take before the client is refused
/// @param calls hooks that may run at once; one more counts as failed
@ConfigurationProperties("gatehouse.session.hooks")
public record GameProperties(
        @DefaultValue("2s") Duration policyTimeout,
        @DefaultValue("10s") Duration readyTimeout,
        @DefaultValue("1000") int calls) {

    public GameProperties {
        if (!policyTimeout.isPositive() || !readyTimeout.isPositive() || calls < 1) {
            throw new IllegalArgumentException("hooks: policyTimeout=%s readyTimeout=%s calls=%d (expected: each > 0)"
                    .formatted(policyTimeout, readyTimeout, calls));
        }
    }
}
