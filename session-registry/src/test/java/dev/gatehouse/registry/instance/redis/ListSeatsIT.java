package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.SEATS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListSeatsIT {

    @Test
    void listsTheLastTakenFirstAndNoMoreThanAsked() throws Exception {
        INSIDE.zadd(RegistryKeys.playerInstances(PLAYER), 1, ID.value());
        INSIDE.zadd(RegistryKeys.playerInstances(PLAYER), 2, OTHER.value());

        assertThat(answer(SEATS.of(PLAYER))).containsExactly(OTHER, ID);
        assertThat(answer(SCRIPTS.run(ListSeats.call(PLAYER, 1)))).containsExactly(OTHER);
        assertThat(answer(SEATS.of(new PlayerKey(GAME, new PlayerId("bob"))))).isEmpty();
    }
}
