package dev.gatehouse.session.talk;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits on what one session asks for besides calls.
///
/// @param maxOpen group changes, subscriptions and events of one client that wait for the registry or the game's
///     code; one more is `too_many`, or goes to nobody. A client that comes back asks for all of its groups and
///     documents at once
@ConfigurationProperties("gatehouse.session.talk")
public record TalkProperties(@DefaultValue("512") int maxOpen) {

    public TalkProperties {
        if (maxOpen < 1) {
            throw new IllegalArgumentException("maxOpen: " + maxOpen + " (expected: > 0)");
        }
    }
}
