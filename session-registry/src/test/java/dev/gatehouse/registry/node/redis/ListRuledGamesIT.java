package dev.gatehouse.registry.node.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListRuledGamesIT {

    @Test
    void listsThemWhetherTheirNodeLivesOrNot() throws Exception {
        assertThat(answer(SCRIPTS.run(ListRuledGames.call()))).isEmpty();
        var games = List.of(game("chess", true), game("goldrush", false), game("mine", true));
        answer(REGISTRY.nodes().announce(new NodeRecord(NODE_1, NodeRole.SESSION, "", "", games), LONG));

        answer(REGISTRY.nodes().withdraw(NODE_1));

        assertThat(answer(SCRIPTS.run(ListRuledGames.call())))
                .containsExactlyInAnyOrder(new GameId("chess"), new GameId("mine"));
        assertThat(INSIDE.pttl(RegistryKeys.ruledGames())).isEqualTo(-1);
    }

    private static HostedGame game(String id, boolean hasRules) {
        return new HostedGame(new GameId(id), 1, 1, false, false, hasRules);
    }
}
