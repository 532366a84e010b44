package dev.gatehouse.registry.connection.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.PROXY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class UnregisterConnectionIT {

    private final GameConnections connections = new RedisGameConnections(SCRIPTS);

    @Test
    void removesAConnectionOnce() throws Exception {
        var session = new SessionId("s-1");
        answer(connections.register(GAME, session, ALICE, PROXY, LONG));

        assertThat(answer(connections.unregister(GAME, session))).isTrue();
        assertThat(answer(connections.unregister(GAME, session))).isFalse();
        assertThat(INSIDE.dbsize()).isZero();
    }
}
