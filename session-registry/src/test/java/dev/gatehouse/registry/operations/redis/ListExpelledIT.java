package dev.gatehouse.registry.operations.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListExpelledIT {

    private final Operations operations = new RedisOperations(SCRIPTS);

    @Test
    void listsTheLatestFirst() throws Exception {
        var alice = new Expulsion(ALICE, "1", new Ban(Instant.ofEpochMilli(5), "Why."));
        var bob = new Expulsion(new PlayerId("bob"), "2", null);
        answer(SCRIPTS.run(ExpelPlayer.call(GAME, alice, LONG)));
        answer(SCRIPTS.run(ExpelPlayer.call(GAME, bob, LONG.plusSeconds(1))));

        assertThat(answer(operations.expelled(GAME))).isEqualTo(List.of(bob, alice));
    }

    @Test
    void listsNoneWhoseTimeIsOver() throws Exception {
        answer(operations.expel(GAME, new Expulsion(ALICE, "1", null)));
        INSIDE.zadd(RegistryKeys.expelled(GAME), 1, "kick/alice");

        assertThat(answer(operations.expelled(GAME))).isEmpty();
    }
}
