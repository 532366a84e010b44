package dev.gatehouse.registry.operations.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.Operations.StoredRules;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadRulesIT {

    private final Operations operations = new RedisOperations(SCRIPTS);

    @Test
    void knowsNoRulesUntilThereAreSome() throws Exception {
        assertThat(answer(operations.rules(GAME))).isEqualTo(new StoredRules(0, GameRules.NONE));
    }

    @Test
    void readsWhatWasStored() throws Exception {
        var rules = GameRules.NONE.withConfigVersion("2");

        answer(operations.change(GAME, new StoredRules(0, GameRules.NONE), rules));

        assertThat(answer(operations.rules(GAME))).isEqualTo(new StoredRules(1, rules));
    }
}
