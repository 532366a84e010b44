package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.instance;
import static dev.gatehouse.registry.instance.redis.Examples.linked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadVersionIT {

    @Test
    void tellsAVersionThatGrowsWithEveryChange() throws Exception {
        answer(INSTANCES.create(instance(ID)));
        assertThat(answer(INSTANCES.versions(List.of(ID, OTHER)))).isEqualTo(Map.of(ID, 1L, OTHER, 0L));

        answer(INSTANCES.change(new Stored(instance(ID), 1, false), linked(ID)));

        assertThat(answer(INSTANCES.versions(List.of(ID)))).isEqualTo(Map.of(ID, 2L));
        assertThat(answer(INSTANCES.versions(List.of()))).isEmpty();
    }
}
