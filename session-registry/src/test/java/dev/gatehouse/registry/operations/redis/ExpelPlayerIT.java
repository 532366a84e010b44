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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ExpelPlayerIT {

    private final Operations operations = new RedisOperations(SCRIPTS);

    @Test
    void listsAKickAndABanOfOnePlayer() throws Exception {
        answer(operations.expel(GAME, new Expulsion(ALICE, "1", null)));
        answer(operations.expel(GAME, new Expulsion(ALICE, "2", new Ban(null, null))));

        assertThat(answer(operations.expelled(GAME))).hasSize(2);
    }

    @Test
    void replacesAnEarlierOrderOfTheKind() throws Exception {
        answer(operations.expel(GAME, new Expulsion(ALICE, "1", null)));
        answer(operations.expel(GAME, new Expulsion(ALICE, "2", null)));

        assertThat(answer(operations.expelled(GAME))).containsExactly(new Expulsion(ALICE, "2", null));
    }

    @Test
    void forgetsThoseThatWereListedLongEnough() throws Exception {
        answer(SCRIPTS.run(ExpelPlayer.call(GAME, new Expulsion(ALICE, "1", null), LONG)));
        INSIDE.zadd(RegistryKeys.expelled(GAME), 1, "kick/alice");

        assertThat(answer(SCRIPTS.run(ExpelPlayer.call(GAME, new Expulsion(new PlayerId("bob"), "2", null), LONG))))
                .isEqualTo(1);
        assertThat(INSIDE.hkeys(RegistryKeys.expulsions(GAME))).containsExactly("kick/bob");
    }

    @Test
    void leavesNothingBehind() throws Exception {
        answer(operations.expel(GAME, new Expulsion(ALICE, "1", null)));

        assertThat(INSIDE.pttl(RegistryKeys.expelled(GAME))).isPositive();
        assertThat(INSIDE.pttl(RegistryKeys.expulsions(GAME))).isPositive();
    }
}
