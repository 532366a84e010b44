package dev.gatehouse.session.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on events.
///
/// @param maxPayload the largest payload, in UTF-8; a larger one goes to nobody
/// @param perSecond events that one client may send on average; more go to nobody
/// @param burst events that one client may send at once, after a pause; one that could not be heard for a while may
///     send what it may have said meanwhile on top
/// @param hookTimeout how long the game may take to allow one
@ConfigurationProperties("gatehouse.session.events")
public record EventProperties(
        @DefaultValue("16KB") DataSize maxPayload,
        @DefaultValue("20") int perSecond,
        @DefaultValue("40") int burst,
        @DefaultValue("5s") Duration hookTimeout) {

    public EventProperties {
        if (maxPayload.toBytes() < 1 || perSecond < 1 || burst < 1 || !hookTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "events: maxPayload=%s perSecond=%d burst=%d hookTimeout=%s (expected: each > 0)"
                            .formatted(maxPayload, perSecond, burst, hookTimeout));
        }
    }

    long maxPayloadBytes() {
        return maxPayload.toBytes();
    }
}
