package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReleaseLinkIT {

    @Test
    void givesUpNoOtherThanItsOwn() throws Exception {
        answer(LINKS.claim(ID, "first", null, LONG));

        assertThat(answer(LINKS.release(ID, "second"))).isFalse();
        assertThat(answer(LINKS.release(ID, "first"))).isTrue();
        assertThat(answer(LINKS.release(ID, "first"))).isFalse();
        assertThat(answer(LINKS.claim(ID, "second", null, LONG))).isTrue();
    }

    @Test
    void leavesTheTimeToComeBack() throws Exception {
        answer(LINKS.claim(ID, "first", null, LONG));
        answer(LINKS.release(ID, "first"));

        assertThat(INSIDE.pttl(RegistryKeys.instanceHeard(ID))).isPositive();
    }
}
