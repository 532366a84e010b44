package dev.gatehouse.registry.desync.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadDesyncsIT {

    private final DesyncBundles bundles = new RedisDesyncBundles(SCRIPTS);

    @Test
    void hasNoneOfAPlayerWhoNeverHadOne() throws Exception {
        assertThat(answer(bundles.of(PLAYER))).isEmpty();
    }

    @Test
    void readsThemOldestFirst() throws Exception {
        answer(bundles.keep(PLAYER, new KeptBundle("2", copyFromUtf8("later"))));
        answer(bundles.keep(PLAYER, new KeptBundle("1", copyFromUtf8("earlier"))));

        assertThat(answer(bundles.of(PLAYER))).extracting(KeptBundle::id).containsExactly("1", "2");
    }
}
