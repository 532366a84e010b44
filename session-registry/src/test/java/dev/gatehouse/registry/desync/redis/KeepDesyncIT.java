package dev.gatehouse.registry.desync.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class KeepDesyncIT {

    private final DesyncBundles bundles = new RedisDesyncBundles(SCRIPTS);

    @Test
    void keepsTheNewestOnes() throws Exception {
        for (int i = 1; i <= 2 * DesyncBundles.MOST_KEPT; i++) {
            answer(bundles.keep(PLAYER, new KeptBundle("%02d".formatted(i), copyFromUtf8("bundle " + i))));
        }

        assertThat(answer(bundles.of(PLAYER)))
                .hasSize(DesyncBundles.MOST_KEPT)
                .startsWith(new KeptBundle("06", copyFromUtf8("bundle 6")))
                .endsWith(new KeptBundle("10", copyFromUtf8("bundle 10")));
    }

    @Test
    void replacesOneOfTheSameId() throws Exception {
        answer(bundles.keep(PLAYER, new KeptBundle("1", copyFromUtf8("before the report"))));
        answer(bundles.keep(PLAYER, new KeptBundle("1", copyFromUtf8("after it"))));

        assertThat(answer(bundles.of(PLAYER))).containsExactly(new KeptBundle("1", copyFromUtf8("after it")));
    }

    @Test
    void forgetsThemAfterAWhile() throws Exception {
        answer(bundles.keep(PLAYER, new KeptBundle("1", copyFromUtf8("a bundle"))));

        assertThat(INSIDE.pttl(RegistryKeys.desyncs(PLAYER))).isBetween(1L, DesyncBundles.KEPT_FOR.toMillis());
    }
}
