package dev.gatehouse.registry.operations.redis;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class PardonPlayerIT {

    private final Operations operations = new RedisOperations(SCRIPTS);

    @Test
    void takesABanOffTheListAndLeavesAKick() throws Exception {
        var kick = new Expulsion(ALICE, "1", null);
        answer(operations.expel(GAME, kick));
        answer(operations.expel(GAME, new Expulsion(ALICE, "2", new Ban(null, null))));

        answer(operations.pardon(GAME, ALICE));

        assertThat(answer(operations.expelled(GAME))).containsExactly(kick);
        assertThat(INSIDE.hkeys(RegistryKeys.expulsions(GAME))).containsExactly("kick/alice");
    }
}
