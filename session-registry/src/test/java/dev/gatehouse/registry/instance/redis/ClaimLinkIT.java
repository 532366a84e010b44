package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ClaimLinkIT {

    @Test
    void letsOneLinkBeLive() throws Exception {
        assertThat(answer(LINKS.claim(ID, "first", null, LONG))).isTrue();
        assertThat(answer(LINKS.claim(ID, "second", null, LONG))).isFalse();
        assertThat(INSIDE.get(RegistryKeys.instanceLink(ID))).isEqualTo("first");
    }

    @Test
    void renewsTheLiveLink() throws Exception {
        answer(LINKS.claim(ID, "first", null, Duration.ofSeconds(5)));

        assertThat(answer(LINKS.claim(ID, "first", null, LONG))).isTrue();
        assertThat(INSIDE.pttl(RegistryKeys.instanceLink(ID))).isBetween(5_001L, LONG.toMillis());
        assertThat(INSIDE.pttl(RegistryKeys.instanceHeard(ID))).isBetween(5_001L, LONG.toMillis());
    }

    @Test
    void givesTheLinkToTheSameRunAndNoOther() throws Exception {
        answer(LINKS.claim(ID, "first", "run-1", LONG));
        answer(LINKS.claim(ID, "first", null, LONG)); // Renewing forgets no run.

        assertThat(answer(LINKS.claim(ID, "second", "run-2", LONG))).isFalse();
        assertThat(answer(LINKS.claim(ID, "second", null, LONG))).isFalse();
        assertThat(answer(LINKS.claim(ID, "second", "run-1", LONG))).isTrue();
        assertThat(INSIDE.get(RegistryKeys.instanceLink(ID))).isEqualTo("second");
        assertThat(answer(LINKS.claim(ID, "first", null, LONG))).isFalse();
    }

    @Test
    void givesNoLinkThatSaidNoRunToAnother() throws Exception {
        answer(LINKS.claim(ID, "first", null, LONG));

        assertThat(answer(LINKS.claim(ID, "second", "run-2", LONG))).isFalse();
    }

    @Test
    void givesTheLinkToTheNextOnceItHasEnded() throws Exception {
        answer(LINKS.claim(ID, "first", null, LONG));
        INSIDE.del(RegistryKeys.instanceLink(ID));

        assertThat(answer(LINKS.claim(ID, "second", null, LONG))).isTrue();
        assertThat(answer(LINKS.claim(ID, "first", null, LONG))).isFalse();
    }
}
