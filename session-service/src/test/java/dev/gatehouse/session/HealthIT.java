package dev.gatehouse.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.session.fixture.Http;
import dev.gatehouse.session.fixture.SessionNode;
import org.junit.jupiter.api.Test;

class HealthIT {

    // Nothing listens on the discard port.
    private static final int NO_REDIS = 9;

    @Test
    void livesWithoutRedisButIsNotReady() {
        try (var node = SessionNode.start("session-1", NO_REDIS)) {
            assertThat(Http.get(node.management("/livez"), null).status()).isEqualTo(200);
            assertThat(Http.get(node.management("/readyz"), null).status()).isEqualTo(503);
        }
    }
}
