package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReserveInstanceIT {

    @Test
    void bindsAKeyToTheFirstCandidateForGood() throws Exception {
        assertThat(answer(INSTANCES.reserve(GAME, "any {key} at all", ID))).isEqualTo(ID);
        assertThat(answer(INSTANCES.reserve(GAME, "any {key} at all", OTHER))).isEqualTo(ID);
    }

    @Test
    void keepsGamesAndKeysApart() throws Exception {
        answer(INSTANCES.reserve(GAME, "key", ID));

        assertThat(answer(INSTANCES.reserve(new GameId("other"), "key", OTHER))).isEqualTo(OTHER);
        assertThat(answer(INSTANCES.reserve(GAME, "key2", OTHER))).isEqualTo(OTHER);
    }

    @Test
    void forgetsAKeyInTheEnd() throws Exception {
        answer(SCRIPTS.run(ReserveInstance.call(GAME, "digest", ID, LONG)));

        assertThat(INSIDE.pttl(RegistryKeys.instanceKey(GAME, "digest"))).isBetween(1L, LONG.toMillis());
    }
}
