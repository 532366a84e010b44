package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListDueIT {

    @Test
    void listsTheMostOverdueFirstAndNoMoreThanAsked() throws Exception {
        var list = RegistryKeys.instancesToLookAt();
        INSIDE.zadd(list, 2, OTHER.value());
        INSIDE.zadd(list, 1, ID.value());
        answer(INSTANCES.lookIn(new InstanceId("gi-3"), LONG));

        assertThat(answer(INSTANCES.due(10))).containsExactly(ID, OTHER);
        assertThat(answer(INSTANCES.due(1))).containsExactly(ID);
    }
}
