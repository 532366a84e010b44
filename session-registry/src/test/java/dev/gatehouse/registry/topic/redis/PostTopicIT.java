package dev.gatehouse.registry.topic.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.topic.PostTopicContract;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.Word;
import dev.gatehouse.testing.RedisExtension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class PostTopicIT extends PostTopicContract {

    private static final TopicMember FIRST = new TopicMember(new SessionId("s-1"), ALICE, NODE_1);

    private final Topic room = Topic.group(GAME, "room:1");
    private final Topics topics = REGISTRY.topics();

    PostTopicIT() {
        super(REGISTRY);
    }

    @Test
    void saysTheSameThingOnceHoweverOftenItIsSent() throws Exception {
        var repeating = new RedisTopics(SCRIPTS, () -> "the same");
        long first = position(repeating.say(room, null, null, copyFromUtf8("hello")));

        assertThat(position(repeating.say(room, null, null, copyFromUtf8("hello"))))
                .isEqualTo(first);
        assertThat(position(repeating.say(room, null, null, copyFromUtf8("hello again"))))
                .isEqualTo(first + 1);
    }

    @Test
    void remembersNoMoreSpeakersThanItsBound() throws Exception {
        var said = RegistryKeys.topicSaid(GAME, room.name());
        var speakers = RegistryKeys.topicSpeakers(GAME, room.name());
        long now = Long.parseLong(INSIDE.time().getFirst()) * 1000;
        var numbers = new HashMap<String, String>();
        var times = new ArrayList<Object>();
        for (int i = 0; i < PostTopic.SPEAKERS; i++) {
            numbers.put("old-" + i, "1");
            times.addAll(List.of((double) (now - PostTopic.SPEAKERS + i), "old-" + i));
        }
        INSIDE.hset(said, numbers);
        INSIDE.zadd(speakers, times.toArray());

        answer(topics.say(room, null, new Word(FIRST.session(), 7), copyFromUtf8("hello")));

        assertThat(INSIDE.hlen(said)).isEqualTo(PostTopic.SPEAKERS);
        assertThat(INSIDE.zcard(speakers)).isEqualTo(PostTopic.SPEAKERS);
        assertThat(INSIDE.hget(said, "old-0")).isNull();
    }

    @Test
    void forgetsSpeakersThatHaveSaidNothingForLong() throws Exception {
        var said = RegistryKeys.topicSaid(GAME, room.name());
        long now = Long.parseLong(INSIDE.time().getFirst()) * 1000;
        INSIDE.hset(said, "old", "1");
        double longAgo = now - PostTopic.SPEAKER_TTL.toMillis() - 1.0;
        INSIDE.zadd(RegistryKeys.topicSpeakers(GAME, room.name()), longAgo, "old");

        answer(topics.say(room, null, new Word(FIRST.session(), 7), copyFromUtf8("hello")));

        assertThat(INSIDE.hgetall(said)).containsOnlyKeys(FIRST.session().value());
        assertThat(INSIDE.pttl(said)).isBetween(1L, PostTopic.SPEAKER_TTL.toMillis());
    }

    @Test
    void neverCountsFromTheStartAgain() throws Exception {
        long before = position(topics.say(room, null, null, copyFromUtf8("hello")));
        INSIDE.del(RegistryKeys.topicPosition(GAME, room.name()), RegistryKeys.topicLog(GAME, room.name()));

        assertThat(position(topics.say(room, null, null, copyFromUtf8("hello"))))
                .isGreaterThan(before + 1);
    }

    @Test
    void keepsNothingForEver() throws Exception {
        answer(topics.join(room, FIRST, 10));

        assertThat(List.of(
                        INSIDE.pttl(RegistryKeys.topicPosition(GAME, room.name())),
                        INSIDE.pttl(RegistryKeys.topicLog(GAME, room.name())),
                        INSIDE.pttl(RegistryKeys.topicMembers(GAME, room.name()))))
                .allSatisfy(ttl -> assertThat(ttl).isBetween(1L, PostTopic.TTL.toMillis()));
    }

    private static long position(CompletionStage<Posted> posted) throws Exception {
        return ((Posted.Done) answer(posted)).position();
    }
}
