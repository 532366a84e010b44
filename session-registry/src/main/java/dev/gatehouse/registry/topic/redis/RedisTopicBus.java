package dev.gatehouse.registry.topic.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.redis.PubSubLine;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicBus;
import java.nio.charset.StandardCharsets;

/// The bus over Redis' publish and subscribe: one channel for each topic, so that a node hears of those alone that
/// it follows.
public record RedisTopicBus(PubSubLine line) implements TopicBus {

    @Override
    public void follow(Topic topic, Follower follower) {
        line.add(channel(topic), new PubSubLine.Follower() {

            @Override
            public void connected() {
                follower.connected();
            }

            @Override
            public void heard(ByteString message) {
                int end = EntryText.indexOfEnd(message);
                long number = Long.parseLong(message.substring(0, end).toString(StandardCharsets.US_ASCII));
                follower.heard(number, EntryText.read(message.substring(end + 1)));
            }
        });
    }

    @Override
    public void unfollow(Topic topic) {
        line.remove(channel(topic));
    }

    @Override
    public void retry() {
        line.retry();
    }

    private static String channel(Topic topic) {
        return RegistryKeys.topicChannel(topic.game(), topic.name());
    }
}
