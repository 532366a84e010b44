package dev.gatehouse.session.link.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on one link.
///
/// @param maxFrame the largest frame from a proxy; above the largest frame from a client, with some bytes to
///     spare
/// @param maxQueued bytes that may wait for a proxy that does not read; past it the link is closed
@ConfigurationProperties("gatehouse.session.link")
public record LinkProperties(
        @DefaultValue("6MB") DataSize maxFrame,
        @DefaultValue("64MB") DataSize maxQueued) {

    public LinkProperties {
        if (maxFrame.toBytes() < 1 || maxFrame.toBytes() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("maxFrame: " + maxFrame + " (expected: 1 byte to 2 GB)");
        }
        if (maxQueued.toBytes() < maxFrame.toBytes()) {
            throw new IllegalArgumentException(
                    "maxQueued: " + maxQueued + " (expected: at least maxFrame, " + maxFrame + ")");
        }
    }
}
