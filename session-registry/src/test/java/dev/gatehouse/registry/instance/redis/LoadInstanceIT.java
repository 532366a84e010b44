package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.created;
import static dev.gatehouse.registry.instance.redis.Examples.instance;
import static dev.gatehouse.registry.instance.redis.Examples.stored;
import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(created().heard()).isFalse();

        answer(LINKS.claim(ID, "link", null, LONG));
        answer(LINKS.release(ID, "link"));

        assertThat(stored().instance()).isEqualTo(instance(ID));
        assertThat(stored().heard()).isTrue();
    }

    @Test
    void tellsTheLiveLink() throws Exception {
        assertThat(created().link()).isNull();

        answer(LINKS.claim(ID, "first", null, LONG));
        answer(LINKS.claim(OTHER, "other", null, LONG));

        assertThat(stored().link()).isEqualTo("first");
    }
}
