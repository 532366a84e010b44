package dev.gatehouse.session.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this node follows what operators rule.
///
/// @param interval how often it looks; what an operator does reaches its sessions within this time
@ConfigurationProperties("gatehouse.session.operations")
public record OperationsProperties(@DefaultValue("500ms") Duration interval) {

    public OperationsProperties {
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("interval: " + interval + " (expected: > 0)");
        }
    }
}
