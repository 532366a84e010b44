package dev.gatehouse.registry.topic.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.ReadTopicContract;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.TopicNews.Since;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadTopicIT extends ReadTopicContract {

    private final Topic all = Topic.everybody(GAME);
    private final Topics topics = REGISTRY.topics();

    ReadTopicIT() {
        super(REGISTRY);
    }

    @Test
    void tellsATopicThatBeganAgainFromOneThatHasForgotten() throws Exception {
        long before = says("one");
        INSIDE.del(RegistryKeys.topicPosition(GAME, all.name()), RegistryKeys.topicLog(GAME, all.name()));
        long after = says("two");

        assertThat(answer(topics.read(all, before)))
                .isEqualTo(new TopicNews(
                        after, Since.NEW_START, List.of(new TopicEntry.Said(copyFromUtf8("two"))), List.of()));
    }

    private long says(String what) throws Exception {
        return ((Posted.Done) answer(topics.say(all, null, null, copyFromUtf8(what)))).position();
    }
}
