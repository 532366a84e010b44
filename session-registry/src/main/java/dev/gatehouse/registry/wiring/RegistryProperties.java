package dev.gatehouse.registry.wiring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of what a node asks of Redis. Where Redis is and how to log in there: `spring.data.redis.*`.
///
/// @param commandTimeout how long a script may take until it counts as unanswered; also how long it may wait
///     for a connection
/// @param durability what must have a player's journal before anything is acknowledged
/// @param replicaTimeout how long a replica may take to confirm, where it has to; shorter than the command timeout
/// @param acceptDataLoss whether a Redis will do that loses or throws away what is written: in development
/// @param requestQueueSize scripts that may wait for an answer on one connection; more are refused at once
@ConfigurationProperties("gatehouse.registry")
public record RegistryProperties(
        @DefaultValue("2s") Duration commandTimeout,
        @DefaultValue("local") Durability durability,
        @DefaultValue("500ms") Duration replicaTimeout,
        @DefaultValue("false") boolean acceptDataLoss,
        @DefaultValue("65536") int requestQueueSize) {

    public RegistryProperties {
        if (!commandTimeout.isPositive()) {
            throw new IllegalArgumentException("commandTimeout: " + commandTimeout + " (expected: > 0)");
        }
        if (durability == Durability.REPLICATED
                && (!replicaTimeout.isPositive() || replicaTimeout.compareTo(commandTimeout) >= 0)) {
            throw new IllegalArgumentException("replicaTimeout: " + replicaTimeout
                    + " (expected: > 0, shorter than commandTimeout, " + commandTimeout + ")");
        }
        if (requestQueueSize < 1) {
            throw new IllegalArgumentException("requestQueueSize: " + requestQueueSize + " (expected: >= 1)");
        }
    }
}
