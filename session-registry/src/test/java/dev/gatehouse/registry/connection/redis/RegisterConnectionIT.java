package dev.gatehouse.registry.connection.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.PROXY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class RegisterConnectionIT {

    private final GameConnections connections = new RedisGameConnections(SCRIPTS);

    @Test
    void saysWhoIsConnectedWhere() throws Exception {
        answer(connections.register(GAME, new SessionId("s-1"), ALICE, PROXY, LONG));

        assertThat(INSIDE.hgetall(RegistryKeys.connections(GAME))).isEqualTo(Map.of("s-1", "alice/proxy-1"));
    }

    @Test
    void countsAConnectionOnceHoweverOftenItIsRegistered() throws Exception {
        answer(connections.register(GAME, new SessionId("s-1"), ALICE, PROXY, LONG));
        answer(connections.register(GAME, new SessionId("s-1"), ALICE, PROXY, LONG));

        assertThat(answer(connections.count(GAME))).isEqualTo(1);
    }

    @Test
    void sweepsOutThoseThatEnded() throws Exception {
        answer(connections.register(GAME, new SessionId("kept"), ALICE, PROXY, LONG));
        answer(connections.register(GAME, new SessionId("ended"), ALICE, PROXY, SHORT));
        await().untilAsserted(() -> assertThat(answer(connections.count(GAME))).isEqualTo(1));

        answer(connections.register(GAME, new SessionId("new"), ALICE, PROXY, LONG));

        assertThat(INSIDE.hkeys(RegistryKeys.connections(GAME))).containsExactlyInAnyOrder("kept", "new");
        assertThat(INSIDE.zcard(RegistryKeys.connectionsAlive(GAME))).isEqualTo(2);
    }

    @Test
    void leavesNoKeyBehindWhenAllEnded() throws Exception {
        answer(connections.register(GAME, new SessionId("s-1"), ALICE, PROXY, SHORT));

        await().untilAsserted(() -> assertThat(INSIDE.dbsize()).isZero());
    }
}
