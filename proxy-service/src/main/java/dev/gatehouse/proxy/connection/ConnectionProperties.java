package dev.gatehouse.proxy.connection;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on one client socket. Each has a bound, so no client can hold a proxy's memory or time.
///
/// @param projectId told to every client, so that it can see it reached the right servers
/// @param allowedOrigins which web pages may connect: `https://game.example`, `http://localhost:*` for any
///     port, `*` for all
/// @param originRequired whether clients that send no `Origin` are refused, as native ones send none; a browser
///     that sends none always is
/// @param handshake limits on a client that has no session yet
/// @param maxInboundSize larger messages from a client end its session
/// @param maxFragments messages in more WebSocket frames than this end a client's session
/// @param send limits on what waits for a slow client
/// @param closeGrace how long a client may take to close its side before its socket is cut
@ConfigurationProperties("gatehouse.proxy")
public record ConnectionProperties(
        @DefaultValue("gatehouse") String projectId,

        @DefaultValue({"http://localhost:*", "http://127.0.0.1:*"})
        List<String> allowedOrigins,

        @DefaultValue("false") boolean originRequired,
        @DefaultValue HandshakeProperties handshake,
        @DefaultValue("5MB") DataSize maxInboundSize,
        @DefaultValue("1024") int maxFragments,
        @DefaultValue SendProperties send,
        @DefaultValue("5s") Duration closeGrace) {

    public ConnectionProperties {
        allowedOrigins = List.copyOf(allowedOrigins);
        positive("closeGrace", closeGrace);
        if (maxFragments < 1) {
            throw new IllegalArgumentException("maxFragments: " + maxFragments + " (expected: >= 1)");
        }
        if (maxInboundSize.toBytes() < handshake.maxHelloSize().toBytes()
                || maxInboundSize.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxInboundSize: " + maxInboundSize
                    + " (expected: handshake.maxHelloSize " + handshake.maxHelloSize() + " to 2GB)");
        }
    }

    /// Limits on a client that has no session yet.
    ///
    /// @param requestTimeout from the connection to its whole request, or from one answer to the next request
    /// @param timeout from the upgrade to the session
    /// @param maxHelloSize the largest first message
    public record HandshakeProperties(
            @DefaultValue("4s") Duration requestTimeout,
            @DefaultValue("20s") Duration timeout,
            @DefaultValue("16KB") DataSize maxHelloSize) {

        public HandshakeProperties {
            positive("handshake.requestTimeout", requestTimeout);
            positive("handshake.timeout", timeout);
            if (maxHelloSize.toBytes() < 1) {
                throw new IllegalArgumentException("handshake.maxHelloSize: " + maxHelloSize + " (expected: >= 1B)");
            }
        }
    }

    /// Limits on what waits for a slow client.
    ///
    /// @param pauseAbove with more than this waiting, the session's node is asked to hold back
    /// @param resumeBelow with less than this waiting, it is asked to go on
    /// @param limit with more than this waiting, the client is dropped
    /// @param stallTimeout how long a client may be held back before it is dropped
    public record SendProperties(
            @DefaultValue("256KB") DataSize pauseAbove,
            @DefaultValue("64KB") DataSize resumeBelow,
            @DefaultValue("4MB") DataSize limit,
            @DefaultValue("30s") Duration stallTimeout) {

        public SendProperties {
            positive("send.stallTimeout", stallTimeout);
            if (resumeBelow.toBytes() < 1 || resumeBelow.compareTo(pauseAbove) > 0) {
                throw new IllegalArgumentException(
                        "send.resumeBelow: " + resumeBelow + " (expected: 1B to send.pauseAbove " + pauseAbove + ")");
            }
            if (pauseAbove.compareTo(limit) > 0) {
                throw new IllegalArgumentException(
                        "send.pauseAbove: " + pauseAbove + " (expected: <= send.limit " + limit + ")");
            }
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
        }
    }
}
