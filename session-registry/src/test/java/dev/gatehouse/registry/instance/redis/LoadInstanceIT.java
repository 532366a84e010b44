package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static dev.gatehouse.registry.instance.redis.Examples.instance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class LoadInstanceIT {

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        assertThat(answer(INSTANCES.load(ID))).isEmpty();
    }

    @Test
    void saysWhetherTheServerWasHeard() throws Exception {
        answer(INSTANCES.create(instance(ID)));
        answer(LINKS.claim(ID, "link", LONG));
        answer(LINKS.release(ID, "link"));

        assertThat(answer(INSTANCES.load(ID))).contains(new Stored(instance(ID), 1, true));
    }
}
