package dev.gatehouse.session.topic;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a node follows topics.
///
/// @param catchUp how often it looks for what the bus may have lost; what the bus delivers comes at once
/// @param forgetAfter how long the members of a node that is gone stay members, in case another takes them over;
///     longer than a session may be without a socket
@ConfigurationProperties("gatehouse.session.topics")
public record TopicProperties(
        @DefaultValue("20s") Duration catchUp,
        @DefaultValue("90s") Duration forgetAfter) {

    public TopicProperties {
        if (!catchUp.isPositive() || forgetAfter.compareTo(catchUp) < 0) {
            throw new IllegalArgumentException("topics: catchUp=%s forgetAfter=%s (expected: > 0, and not shorter)"
                    .formatted(catchUp, forgetAfter));
        }
    }
}
