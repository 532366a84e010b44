package dev.gatehouse.registry.topic.redis;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.NODE_2;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.Word;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class PostTopicIT {

    private static final PlayerId BERT = new PlayerId("bert");
    private static final TopicMember FIRST = new TopicMember(new SessionId("s-1"), ALICE, NODE_1);
    private static final TopicMember SECOND = new TopicMember(new SessionId("s-2"), ALICE, NODE_2);
    private static final TopicMember OTHER = new TopicMember(new SessionId("s-3"), BERT, NODE_2);

    private final Topic room = Topic.group(GAME, "room:1");
    private final AtomicInteger words = new AtomicInteger();
    private final RedisTopics topics = new RedisTopics(SCRIPTS, () -> "once-" + words.incrementAndGet());

    @Test
    void numbersWhatHappensWithoutHoles() throws Exception {
        long first = position(topics.join(room, FIRST, 10));

        assertThat(position(topics.say(room, FIRST.session(), null, copyFromUtf8("hello"))))
                .isEqualTo(first + 1);
        assertThat(position(topics.join(room, OTHER, 10))).isEqualTo(first + 2);
        assertThat(position(topics.leave(room, FIRST))).isEqualTo(first + 3);
        assertThat(position(topics.close(room))).isEqualTo(first + 4);
        assertThat(read(first - 1).entries())
                .containsExactly(
                        new TopicEntry.Joined(ALICE),
                        new TopicEntry.Said(copyFromUtf8("hello")),
                        new TopicEntry.Joined(BERT),
                        new TopicEntry.Left(ALICE),
                        new TopicEntry.Closed());
    }

    @Test
    void tellsThatAPlayerJoinedAndLeftOnceHoweverManySessionsItHas() throws Exception {
        long first = position(topics.join(room, FIRST, 10));
        topics.join(room, SECOND, 10);
        topics.leave(room, FIRST);

        assertThat(read(first).entries()).isEmpty();
        assertThat(position(topics.leave(room, SECOND))).isEqualTo(first + 1);
    }

    @Test
    void saysWhoIsThereAlready() throws Exception {
        answer(topics.join(room, FIRST, 10));

        var done = (Posted.Done) answer(topics.join(room, OTHER, 10));

        assertThat(done.players()).containsExactlyInAnyOrder(ALICE, BERT);
    }

    @Test
    void refusesOneMemberTooMany() throws Exception {
        answer(topics.join(room, FIRST, 1));

        assertThat(answer(topics.join(room, OTHER, 1))).isEqualTo(new Posted.Full());
        assertThat(answer(topics.join(room, FIRST, 1))).isInstanceOf(Posted.Done.class);
    }

    @Test
    void takesOutOnlyAMemberThatIsStillOnThatNode() throws Exception {
        answer(topics.join(room, OTHER, 10));
        var moved = new TopicMember(OTHER.session(), BERT, NODE_1);
        answer(topics.join(room, moved, 10));

        assertThat(answer(topics.leave(room, OTHER))).isEqualTo(new Posted.Absent());
        assertThat(answer(topics.leave(room, moved))).isInstanceOf(Posted.Done.class);
    }

    @Test
    void takesOverAMemberAndNobodyElse() throws Exception {
        long first = position(topics.join(room, OTHER, 10));
        var moved = new TopicMember(OTHER.session(), BERT, NODE_1);

        assertThat(answer(topics.takeOver(room, moved))).isEqualTo(new Posted.Done(first, List.of(BERT)));
        assertThat(read(first).members()).containsExactly(moved);
        assertThat(read(first).entries()).isEmpty();
        answer(topics.close(room));
        assertThat(answer(topics.takeOver(room, moved))).isEqualTo(new Posted.Absent());
        assertThat(read(first).members()).isEmpty();
    }

    @Test
    void letsNobodySpeakWhoIsNoMember() throws Exception {
        answer(topics.join(room, FIRST, 10));

        assertThat(answer(topics.say(room, OTHER.session(), null, copyFromUtf8("x"))))
                .isEqualTo(new Posted.Absent());
        assertThat(answer(topics.say(room, null, null, copyFromUtf8("x")))).isInstanceOf(Posted.Done.class);
    }

    @Test
    void closesOnce() throws Exception {
        answer(topics.join(room, FIRST, 10));
        answer(topics.close(room));

        assertThat(answer(topics.close(room))).isEqualTo(new Posted.Absent());
        assertThat(answer(topics.leave(room, FIRST))).isEqualTo(new Posted.Absent());
        assertThat(read(0).members()).isEmpty();
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
    void saysOnceWhatIsSaidAgainUnderItsWord() throws Exception {
        long first = position(topics.say(room, null, new Word(FIRST.session(), 7), copyFromUtf8("hello")));
        position(topics.say(room, null, new Word(FIRST.session(), 9), copyFromUtf8("hello")));
        position(topics.say(room, null, new Word(OTHER.session(), 8), copyFromUtf8("hello")));

        position(topics.say(room, null, new Word(FIRST.session(), 7), copyFromUtf8("hello")));
        position(topics.say(room, null, new Word(FIRST.session(), 9), copyFromUtf8("hello")));
        position(topics.say(room, null, new Word(OTHER.session(), 8), copyFromUtf8("hello")));

        assertThat(read(first - 1).entries()).hasSize(3);
    }

    @Test
    void saysOnceWhatIsSaidAgainHoweverMuchCameBetween() throws Exception {
        var word = new Word(FIRST.session(), 7);
        answer(topics.say(room, null, word, copyFromUtf8("hello")));
        long last = 0;
        for (int i = 0; i <= PostTopic.KEPT; i++) {
            last = position(topics.say(room, null, null, copyFromUtf8("something else")));
        }

        assertThat(position(topics.say(room, null, word, copyFromUtf8("hello"))))
                .isEqualTo(last);
    }

    @Test
    void saysNothingAgainForSomebodyWhoHasLeftMeanwhile() throws Exception {
        answer(topics.join(room, FIRST, 10));
        var word = new Word(FIRST.session(), 7);
        answer(topics.say(room, FIRST.session(), word, copyFromUtf8("hello")));
        long left = position(topics.leave(room, FIRST));

        assertThat(position(topics.say(room, FIRST.session(), word, copyFromUtf8("hello"))))
                .isEqualTo(left);
    }

    @Test
    void remembersNoMoreSpeakersThanItsBound() throws Exception {
        var said = RegistryKeys.topicSaid(GAME, room.name());
        var speakers = RegistryKeys.topicSpeakers(GAME, room.name());
        long now = Long.parseLong(INSIDE.time().getFirst()) * 1000;
        for (int i = 0; i < PostTopic.SPEAKERS; i++) {
            INSIDE.hset(said, "old-" + i, "1");
            INSIDE.zadd(speakers, (double) (now - PostTopic.SPEAKERS + i), "old-" + i);
        }

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

    private TopicNews read(long after) throws Exception {
        return answer(topics.read(room, after));
    }

    private static long position(CompletionStage<Posted> posted) throws Exception {
        return ((Posted.Done) answer(posted)).position();
    }
}
