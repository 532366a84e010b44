package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class FindLinkIT {

    @Test
    void tellsTheLiveLink() throws Exception {
        assertThat(answer(LINKS.current(ID))).isEmpty();

        answer(LINKS.claim(ID, "first", LONG));

        assertThat(answer(LINKS.current(ID))).contains("first");
        assertThat(answer(LINKS.current(OTHER))).isEmpty();
    }
}
