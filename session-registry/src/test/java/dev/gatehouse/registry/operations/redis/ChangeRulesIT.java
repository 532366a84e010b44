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
class ChangeRulesIT {

    private final Operations operations = new RedisOperations(SCRIPTS);

    private static final GameRules TWO = GameRules.NONE.withConfigVersion("2");
    private static final GameRules THREE = GameRules.NONE.withConfigVersion("3");

    @Test
    void storesTheNextOfExactlyWhatWasRead() throws Exception {
        assertThat(answer(operations.change(GAME, new StoredRules(0, GameRules.NONE), TWO)))
                .isTrue();
        assertThat(answer(operations.change(GAME, new StoredRules(1, TWO), THREE)))
                .isTrue();
        assertThat(answer(operations.rules(GAME))).isEqualTo(new StoredRules(2, THREE));
    }

    @Test
    void refusesWhatWasReadBeforeSomebodyElse() throws Exception {
        answer(operations.change(GAME, new StoredRules(0, GameRules.NONE), TWO));

        assertThat(answer(operations.change(GAME, new StoredRules(0, GameRules.NONE), THREE)))
                .isFalse();
        assertThat(answer(operations.rules(GAME))).isEqualTo(new StoredRules(1, TWO));
    }

    @Test
    void doesTheSameWhenRunTwice() throws Exception {
        answer(operations.change(GAME, new StoredRules(0, GameRules.NONE), TWO));

        assertThat(answer(operations.change(GAME, new StoredRules(0, GameRules.NONE), TWO)))
                .isTrue();
        assertThat(answer(operations.rules(GAME))).isEqualTo(new StoredRules(1, TWO));
    }
}
