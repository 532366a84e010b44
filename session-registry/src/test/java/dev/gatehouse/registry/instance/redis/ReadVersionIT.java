package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.created;
import static dev.gatehouse.registry.instance.redis.Examples.linked;
import static dev.gatehouse.registry.instance.redis.Examples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadVersionIT {

    @Test
    void tellsAVersionThatGrowsWithEveryChange() throws Exception {
        var first = created();
        assertThat(answer(INSTANCES.versions(List.of(ID, OTHER)))).isEqualTo(Map.of(ID, first.version(), OTHER, 0L));

        answer(INSTANCES.change(first, linked(ID), new LinkTerm.Any()));

        assertThat(answer(INSTANCES.versions(List.of(ID)))).isEqualTo(Map.of(ID, stored().version()));
        assertThat(stored().version()).isGreaterThan(first.version());
        assertThat(answer(INSTANCES.versions(List.of()))).isEmpty();
    }
}
