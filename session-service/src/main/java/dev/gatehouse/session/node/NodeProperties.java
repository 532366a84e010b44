package dev.gatehouse.session.node;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How others reach this node.
///
/// @param linkUrl where proxies open the link; this machine's loopback address, unless set
/// @param httpUrl the base of this node's HTTP interface; this machine's loopback address, unless set
/// @param announceTtl how long others count this node as live after it falls silent
@ConfigurationProperties("gatehouse.session")
public record NodeProperties(
        @Nullable String linkUrl,
        @Nullable String httpUrl,
        @DefaultValue("10s") Duration announceTtl) {

    public NodeProperties {
        if (!announceTtl.isPositive()) {
            throw new IllegalArgumentException("announceTtl: " + announceTtl + " (expected: > 0)");
        }
    }
}
