package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.created;
import static dev.gatehouse.registry.instance.redis.Examples.linked;
import static dev.gatehouse.registry.instance.redis.Examples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.instance.GameInstances.Glance;
import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadVersionIT {

    @Test
    void tellsAVersionThatGrowsWithEveryChange() throws Exception {
        var first = created();
        assertThat(answer(INSTANCES.glance(List.of(ID, OTHER))))
                .isEqualTo(Map.of(ID, first.glance(), OTHER, Glance.NOTHING));

        answer(INSTANCES.change(first, linked(ID), new LinkTerm.Any()));

        assertThat(answer(INSTANCES.glance(List.of(ID)))).isEqualTo(Map.of(ID, stored().glance()));
        assertThat(stored().version()).isGreaterThan(first.version());
        assertThat(answer(INSTANCES.glance(List.of()))).isEmpty();
    }

    @Test
    void tellsTheLiveLink() throws Exception {
        var first = created();

        answer(INSTANCES.change(first, linked(ID), new LinkTerm.Taken("node/1", null, Duration.ofMinutes(1))));

        assertThat(answer(INSTANCES.glance(List.of(ID))))
                .isEqualTo(Map.of(ID, new Glance(stored().version(), "node/1")));
    }
}
