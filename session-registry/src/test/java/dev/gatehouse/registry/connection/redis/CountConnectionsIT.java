package dev.gatehouse.registry.connection.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.PROXY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class CountConnectionsIT {

    private final GameConnections connections = new RedisGameConnections(SCRIPTS);

    @Test
    void countsEachGameByItself() throws Exception {
        answer(connections.register(GAME, new SessionId("s-1"), ALICE, PROXY, LONG));
        answer(connections.register(GAME, new SessionId("s-2"), ALICE, PROXY, LONG));
        answer(connections.register(new GameId("other"), new SessionId("s-3"), ALICE, PROXY, LONG));

        assertThat(answer(connections.count(GAME))).isEqualTo(2);
        assertThat(answer(connections.count(new GameId("none")))).isZero();
    }
}
