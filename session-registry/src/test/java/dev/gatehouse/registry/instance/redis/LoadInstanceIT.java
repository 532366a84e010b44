package dev.gatehouse.registry.instance.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.answer;
import static dev.gatehouse.registry.instance.redis.Examples.ID;
import static dev.gatehouse.registry.instance.redis.Examples.INSTANCES;
import static dev.gatehouse.registry.instance.redis.Examples.LINKS;
import static dev.gatehouse.registry.instance.redis.Examples.OTHER;
import static dev.gatehouse.registry.instance.redis.Examples.created;
import static dev.gatehouse.registry.instance.redis.Examples.instance;
import static dev.gatehouse.registry.instance.redis.Examples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
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
    @DisplayName(
            "3.4 (9): a server that misses all keep-alives but the last is heard, and one that misses that too is not")
    void countsAServerAsHeardUntilItsLastClaimHasLapsed() throws Exception {
        var silence = Duration.ofSeconds(15);
        var keepAlive = Duration.ofSeconds(5);
        created();
        answer(LINKS.claim(ID, "link", null, silence));

        INSIDE.pexpire(RegistryKeys.instanceHeard(ID), keepAlive.toMillis()); // Two of three are missed.
        assertThat(stored().heard()).isTrue();
        answer(LINKS.claim(ID, "link", null, silence));
        assertThat(INSIDE.pttl(RegistryKeys.instanceHeard(ID)))
                .isBetween(silence.minus(keepAlive).toMillis(), silence.toMillis());

        INSIDE.pexpire(RegistryKeys.instanceHeard(ID), 1); // The third one is, too.
        REGISTRY.awaits(() -> assertThat(stored().heard()).isFalse());
    }

    @Test
    void tellsTheLiveLink() throws Exception {
        assertThat(created().link()).isNull();

        answer(LINKS.claim(ID, "first", null, LONG));
        answer(LINKS.claim(OTHER, "other", null, LONG));

        assertThat(stored().link()).isEqualTo("first");
    }
}
