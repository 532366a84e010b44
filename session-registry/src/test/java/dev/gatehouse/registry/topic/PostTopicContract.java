package dev.gatehouse.registry.topic;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.TestedRegistry.ALICE;
import static dev.gatehouse.registry.TestedRegistry.GAME;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.TestedRegistry;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

public abstract class PostTopicContract {

    /// Entries that are kept.
    private static final int KEPT = 512;

    private static final PlayerId BERT = new PlayerId("bert");
    private static final TopicMember FIRST = new TopicMember(new SessionId("s-1"), ALICE, NODE_1);
    private static final TopicMember SECOND = new TopicMember(new SessionId("s-2"), ALICE, NODE_2);
    private static final TopicMember OTHER = new TopicMember(new SessionId("s-3"), BERT, NODE_2);

    private final Topic room = Topic.group(GAME, "room:1");
    private final Topics topics;

    protected PostTopicContract(TestedRegistry registry) {
        this.topics = registry.topics();
    }

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
        for (int i = 0; i <= KEPT; i++) {
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

    private TopicNews read(long after) throws Exception {
        return answer(topics.read(room, after));
    }

    private static long position(CompletionStage<Posted> posted) throws Exception {
        return ((Posted.Done) answer(posted)).position();
    }
}
