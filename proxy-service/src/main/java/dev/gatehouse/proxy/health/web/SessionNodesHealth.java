package dev.gatehouse.proxy.health.web;

import dev.gatehouse.proxy.link.SessionNodes;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Up while at least one session-service node is linked.
public final class SessionNodesHealth implements HealthIndicator {

    private final SessionNodes nodes;

    public SessionNodesHealth(SessionNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public Health health() {
        return nodes.any()
                ? Health.up().build()
                : Health.down().withDetail("linked", 0).build();
    }
}
