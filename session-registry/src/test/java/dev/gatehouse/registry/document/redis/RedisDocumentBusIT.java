package dev.gatehouse.registry.document.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.document.DocumentBus;
import dev.gatehouse.registry.document.DocumentKey;
import dev.gatehouse.registry.redis.PubSubLine;
import dev.gatehouse.testing.RedisExtension;
import io.lettuce.core.KillArgs;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RedisDocumentBusIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final JsonText PATCH = new JsonText("[{\"op\":\"remove\",\"path\":\"/a\"}]");

    private final DocumentKey shop = new DocumentKey(GAME, "shop/today");
    private final RedisDocumentStore documents =
            new RedisDocumentStore(SCRIPTS, () -> UUID.randomUUID().toString());
    private final LettuceConnectionFactory factory = factory();
    private final PubSubLine line = new PubSubLine(factory::getRequiredNativeClient);
    private final RedisDocumentBus bus = new RedisDocumentBus(line);
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    private static LettuceConnectionFactory factory() {
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", REDIS.port()));
        factory.afterPropertiesSet();
        return factory;
    }

    private record Changed(long version, JsonText patch) {}

    private record Deleted(long version) {}

    private final class Recorder implements DocumentBus.Follower {

        @Override
        public void connected() {
            heard.add("connected");
        }

        @Override
        public void changed(long version, JsonText patch) {
            heard.add(new Changed(version, patch));
        }

        @Override
        public void deleted(long version) {
            heard.add(new Deleted(version));
        }
    }

    @AfterEach
    void close() {
        line.close();
        factory.destroy();
    }

    @Test
    void tellsEveryChangeFromTheMomentItIsConnected() throws Exception {
        answer(documents.write(shop, 0, new JsonText("1"), PATCH));
        bus.follow(shop, new Recorder());
        assertThat(next()).isEqualTo("connected");

        answer(documents.write(shop, 1, new JsonText("2"), PATCH));
        answer(documents.delete(shop));

        assertThat(next()).isEqualTo(new Changed(2, PATCH));
        assertThat(next()).isEqualTo(new Deleted(3));
    }

    @Test
    void saysThatItIsConnectedAgainAfterAnInterruption() throws Exception {
        bus.follow(shop, new Recorder());
        assertThat(next()).isEqualTo("connected");

        INSIDE.clientKill(KillArgs.Builder.typePubsub());

        assertThat(next()).isEqualTo("connected");
        answer(documents.write(shop, 0, new JsonText("1"), PATCH));
        assertThat(next()).isEqualTo(new Changed(1, PATCH));
    }

    @Test
    void tellsNothingOfADocumentThatItDoesNotFollowAnyMore() throws Exception {
        var other = new DocumentKey(GAME, "shop/tomorrow");
        bus.follow(shop, new Recorder());
        bus.follow(other, new Recorder());
        assertThat(next()).isEqualTo("connected");
        assertThat(next()).isEqualTo("connected");

        bus.unfollow(shop);
        answer(documents.write(shop, 0, new JsonText("1"), PATCH));
        answer(documents.write(other, 0, new JsonText("1"), PATCH));

        assertThat(next()).isEqualTo(new Changed(1, PATCH));
        assertThat(heard).isEmpty();
    }

    private Object next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS), "nothing heard");
    }
}
