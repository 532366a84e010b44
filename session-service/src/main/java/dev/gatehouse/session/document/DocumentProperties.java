package dev.gatehouse.session.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits on documents.
///
/// @param maxValue the largest document, in UTF-8; it must fit into one message to a client
/// @param perSession documents that one session may follow; one more is `too_many`
/// @param hookTimeout how long the game may take to allow a subscription before that is a no
@ConfigurationProperties("gatehouse.session.documents")
public record DocumentProperties(
        @DefaultValue("256KB") DataSize maxValue,
        @DefaultValue("256") int perSession,
        @DefaultValue("5s") Duration hookTimeout) {

    public DocumentProperties {
        if (maxValue.toBytes() < 1 || perSession < 1 || !hookTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "documents: maxValue=%s perSession=%d hookTimeout=%s (expected: each > 0)"
                            .formatted(maxValue, perSession, hookTimeout));
        }
    }

    long maxValueBytes() {
        return maxValue.toBytes();
    }
}
