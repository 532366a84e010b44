package dev.gatehouse.registry.topic;

import static com.google.protobuf.ByteString.copyFromUtf8;
import static dev.gatehouse.registry.TestedRegistry.ALICE;
import static dev.gatehouse.registry.TestedRegistry.GAME;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.TestedRegistry;
import dev.gatehouse.registry.topic.TopicNews.Since;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class ReadTopicContract {

    /// Entries that are kept.
    private static final int KEPT = 512;

    private final Topic all = Topic.everybody(GAME);
    private final Topics topics;

    protected ReadTopicContract(TestedRegistry registry) {
        this.topics = registry.topics();
    }

    @Test
    void givesANewTopicANumberThatTheFirstEntryFollows() throws Exception {
        var news = answer(topics.read(all, -1));

        long first = says("one");

        assertThat(news).isEqualTo(new TopicNews(first - 1, Since.THERE, List.of(), List.of()));
        assertThat(answer(topics.read(all, first - 1)).since()).isEqualTo(Since.THERE);
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
        for (int i = 0; i < KEPT + 1; i++) {
            says("more");
        }

        assertThat(answer(topics.read(all, first)).since()).isEqualTo(Since.FORGOTTEN);
        assertThat(answer(topics.read(all, first)).entries()).hasSize(KEPT);
        assertThat(answer(topics.read(all, first + 1)).since()).isEqualTo(Since.THERE);
        assertThat(answer(topics.read(all, first + 1)).entries()).hasSize(KEPT);
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
