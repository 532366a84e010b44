package dev.gatehouse.session.talk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits on what one session asks for besides calls.
///
/// @param maxOpen group changes, subscriptions and events of one client that wait for the registry or the game's
///     code, those that are late included; one more group change or subscription is `too_many`. A client that comes
///     back asks for all of its groups and documents at once
/// @param timeout how long one of those may take before the next one begins without it; longer than
///     the game may take for its word
@ConfigurationProperties("gatehouse.session.talk")
public record TalkProperties(
        @DefaultValue("512") int maxOpen,
        @DefaultValue("20s") Duration timeout) {

    public TalkProperties {
        if (maxOpen < 1 || !timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "talk: maxOpen=%d timeout=%s (expected: each > 0)".formatted(maxOpen, timeout));
        }
    }
}
