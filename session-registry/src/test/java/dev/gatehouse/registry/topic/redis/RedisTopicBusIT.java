package dev.gatehouse.registry.topic.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.PubSubLine;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.TopicEntry;
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

class RedisTopicBusIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private final Topic all = Topic.everybody(GAME);
    private final RedisTopics topics =
            new RedisTopics(SCRIPTS, () -> UUID.randomUUID().toString());
    private final LettuceConnectionFactory factory = factory();
    private final PubSubLine line = new PubSubLine(factory::getRequiredNativeClient);
    private final RedisTopicBus bus = new RedisTopicBus(line);
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    private static LettuceConnectionFactory factory() {
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", REDIS.port()));
        factory.afterPropertiesSet();
        return factory;
    }

    private record Numbered(long number, TopicEntry entry) {}

    private final class Recorder implements TopicBus.Follower {

        @Override
        public void connected() {
            heard.add("connected");
        }

        @Override
        public void heard(long number, TopicEntry entry) {
            heard.add(new Numbered(number, entry));
        }
    }

    @AfterEach
    void close() {
        line.close();
        factory.destroy();
    }

    @Test
    void tellsWhatIsSaidFromTheMomentItIsConnected() throws Exception {
        bus.follow(all, new Recorder());
        assertThat(next()).isEqualTo("connected");

        long number = says("hello");

        assertThat(next()).isEqualTo(new Numbered(number, new TopicEntry.Said(copyFromUtf8("hello"))));
    }

    @Test
    void saysThatItIsConnectedAgainAfterAnInterruption() throws Exception {
        bus.follow(all, new Recorder());
        assertThat(next()).isEqualTo("connected");

        INSIDE.clientKill(KillArgs.Builder.typePubsub());

        assertThat(next()).isEqualTo("connected");
        long number = says("hello");
        assertThat(next()).isEqualTo(new Numbered(number, new TopicEntry.Said(copyFromUtf8("hello"))));
    }

    @Test
    void tellsNothingOfATopicThatItDoesNotFollowAnyMore() throws Exception {
        var other = Topic.group(GAME, "room");
        bus.follow(all, new Recorder());
        bus.follow(other, new Recorder());
        assertThat(next()).isEqualTo("connected");
        assertThat(next()).isEqualTo("connected");

        bus.unfollow(all);
        says("to nobody");
        long number = ((Posted.Done) answer(topics.say(other, null, null, copyFromUtf8("x")))).position();

        assertThat(next()).isEqualTo(new Numbered(number, new TopicEntry.Said(copyFromUtf8("x"))));
    }

    private long says(String what) throws Exception {
        return ((Posted.Done) answer(topics.say(all, null, null, copyFromUtf8(what)))).position();
    }

    private Object next() throws InterruptedException {
        return Objects.requireNonNull(heard.poll(20, TimeUnit.SECONDS), "nothing heard");
    }
}
