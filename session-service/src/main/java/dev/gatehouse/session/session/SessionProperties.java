package dev.gatehouse.session.session;

import dev.gatehouse.model.stream.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on one session. Each has a bound, so no client can hold a node's memory or time.
///
/// @param resumeWindow how long a session without a socket waits for its client
/// @param keepAlive how long a client may be silent before it is asked; after twice that its socket counts as
///     lost
/// @param pauseLimit the longest pause that a client may announce, its resume window included
/// @param reportTimeout how long a client may take to report its model after a checksum mismatch
/// @param outbox what is kept for a client until it has said that it received it
/// @param maxInbound the largest frame from a client
/// @param maxOutbound the largest frame to a client
/// @param maxLength the longest that a session may last, whoever carries it
@ConfigurationProperties("gatehouse.session")
public record SessionProperties(
        @DefaultValue("60s") Duration resumeWindow,
        @DefaultValue("25s") Duration keepAlive,
        @DefaultValue("10m") Duration pauseLimit,
        @DefaultValue("5s") Duration reportTimeout,
        @DefaultValue OutboxProperties outbox,
        @DefaultValue("5MB") DataSize maxInbound,
        @DefaultValue("1MB") DataSize maxOutbound,
        @DefaultValue("24h") Duration maxLength) {

    public SessionProperties {
        positive("resumeWindow", resumeWindow);
        positive("keepAlive", keepAlive);
        positive("reportTimeout", reportTimeout);
        positive("maxLength", maxLength);
        if (pauseLimit.compareTo(resumeWindow) < 0) {
            throw new IllegalArgumentException(
                    "pauseLimit: " + pauseLimit + " (expected: at least resumeWindow, " + resumeWindow + ")");
        }
        if (maxOutbound.toBytes() > outbox.maxBytes().toBytes()) {
            throw new IllegalArgumentException(
                    "maxOutbound: " + maxOutbound + " (expected: at most outbox.maxBytes, " + outbox.maxBytes() + ")");
        }
    }

    public long maxInboundBytes() {
        return maxInbound.toBytes();
    }

    public long maxOutboundBytes() {
        return maxOutbound.toBytes();
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
        }
    }

    /// Bounds on the messages kept for resume. Past one of them the session goes on, but cannot be resumed.
    public record OutboxProperties(
            @DefaultValue("4096") int maxCount,
            @DefaultValue("4MB") DataSize maxBytes,
            @DefaultValue("10m") Duration maxAge) {

        public OutboxProperties {
            if (maxCount < 1) {
                throw new IllegalArgumentException("outbox.maxCount: " + maxCount + " (expected: > 0)");
            }
            positive("outbox.maxAge", maxAge);
        }

        Bounds bounds() {
            return new Bounds(maxCount, maxBytes.toBytes(), maxAge);
        }
    }
}
