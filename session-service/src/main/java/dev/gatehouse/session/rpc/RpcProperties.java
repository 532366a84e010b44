package dev.gatehouse.session.rpc;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on the calls of one session.
///
/// @param maxOpen calls that a client may have open, and so many the server has open to it; one more
///     is `too_many`
/// @param timeout how long a call may take whose client does not say
/// @param maxTimeout the most that a caller may say
/// @param maxResult the largest answer; a larger one is a `server_error`
@ConfigurationProperties("gatehouse.session.rpc")
public record RpcProperties(
        @DefaultValue("32") int maxOpen,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("2m") Duration maxTimeout,
        @DefaultValue("256KB") DataSize maxResult) {

    public RpcProperties {
        if (maxOpen < 1) {
            throw new IllegalArgumentException("maxOpen: " + maxOpen + " (expected: > 0)");
        }
        if (!timeout.isPositive() || timeout.compareTo(maxTimeout) > 0) {
            throw new IllegalArgumentException(
                    "timeout: " + timeout + " (expected: > 0 and at most maxTimeout, " + maxTimeout + ")");
        }
        if (maxResult.toBytes() < 1) {
            throw new IllegalArgumentException("maxResult: " + maxResult + " (expected: > 0)");
        }
    }

    long maxResultBytes() {
        return maxResult.toBytes();
    }

    Duration capped(Duration asked) {
        return asked.compareTo(maxTimeout) > 0 ? maxTimeout : asked;
    }
}
