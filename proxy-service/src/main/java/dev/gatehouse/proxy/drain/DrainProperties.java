package dev.gatehouse.proxy.drain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a proxy stops. Both times together must be below `spring.lifecycle.timeout-per-shutdown-phase`.
///
/// @param window in which the clients are asked to open their next sockets, spread over it
/// @param grace how long a client may take for that once the window is over; then its socket is closed
@ConfigurationProperties("gatehouse.proxy.drain")
public record DrainProperties(
        @DefaultValue("10s") Duration window,
        @DefaultValue("5s") Duration grace) {

    public DrainProperties {
        if (window.toMillis() < 2) {
            throw new IllegalArgumentException("window: " + window + " (expected: at least 2 ms)");
        }
        if (!grace.isPositive()) {
            throw new IllegalArgumentException("grace: " + grace + " (expected: > 0)");
        }
    }

    /// When a socket that is still open is closed, counted from the start.
    public Duration longest() {
        return window.plus(grace);
    }
}
