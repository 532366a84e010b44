package dev.gatehouse.registry.topic.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.TopicNews.Since;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ReadTopicIT {

    private final Topic all = Topic.everybody(GAME);
    private final RedisTopics topics =
            new RedisTopics(SCRIPTS, () -> UUID.randomUUID().toString());

    @Test
    void givesANewTopicANumberThatTheFirstEntryFollows() throws Exception {
        var news = answer(topics.read(all, -1));

        long first = says("one");

        assertThat(news).isEqualTo(new TopicNews(first - 1, Since.THERE, List.of(), List.of()));
        assertThat(answer(topics.read(all, first - 1)).since()).isEqualTo(Since.THERE);
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

    @Test
    void givesWhatCameAfterANumber() throws Exception {
        long first = says("one");
        says("two");
        says("three");

        var news = answer(topics.read(all, first));

        assertThat(news)
                .isEqualTo(new TopicNews(
                        first + 2,
                        Since.THERE,
                        List.of(new TopicEntry.Said(copyFromUtf8("two")), new TopicEntry.Said(copyFromUtf8("three"))),
                        List.of()));
        assertThat(answer(topics.read(all, first + 2)).entries()).isEmpty();
        assertThat(answer(topics.read(all, -1)).entries()).isEmpty();
    }

    @Test
    void saysWhatItHasForgotten() throws Exception {
        long first = says("one");
        for (int i = 0; i < PostTopic.KEPT + 1; i++) {
            says("more");
        }

        assertThat(answer(topics.read(all, first)).since()).isEqualTo(Since.FORGOTTEN);
        assertThat(answer(topics.read(all, first)).entries()).hasSize(PostTopic.KEPT);
        assertThat(answer(topics.read(all, first + 1)).since()).isEqualTo(Since.THERE);
        assertThat(answer(topics.read(all, first + 1)).entries()).hasSize(PostTopic.KEPT);
        assertThat(answer(topics.read(all, Long.MAX_VALUE / 4096)).since()).isEqualTo(Since.FORGOTTEN);
    }

    @Test
    void saysWhoTheMembersAre() throws Exception {
        var member = new TopicMember(new SessionId("s-1"), ALICE, NODE_1);
        answer(topics.join(all, member, 1));

        assertThat(answer(topics.read(all, 0)).members()).containsExactly(member);
    }

    private long says(String what) throws Exception {
        return ((Posted.Done) answer(topics.say(all, null, null, copyFromUtf8(what)))).position();
    }
}
