package dev.gatehouse.registry.topic.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.Scripts;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.Word;
import dev.gatehouse.registry.topic.redis.PostTopic.Change;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Topics in Redis.
public final class RedisTopics implements Topics {

    private final Scripts scripts;

    /// Gives a word that nobody was given before.
    private final Supplier<String> once;

    public RedisTopics(Scripts scripts, Supplier<String> once) {
        this.scripts = scripts;
        this.once = once;
    }

    @Override
    public CompletionStage<Posted> join(Topic topic, TopicMember member, int most) {
        return post(topic, about(member, "join", most, "joined"));
    }

    @Override
    public CompletionStage<Posted> takeOver(Topic topic, TopicMember member) {
        return post(topic, about(member, "take-over", 0, "joined"));
    }

    @Override
    public CompletionStage<Posted> leave(Topic topic, TopicMember member) {
        return post(topic, about(member, "leave", 0, "left"));
    }

    private Change about(TopicMember member, String kind, int most, String entry) {
        var player = member.player().value();
        var text = EntryText.head(entry, once.get(), player);
        return new Change(kind, member.session().value(), player + "/" + member.node(), most, text, null);
    }

    @Override
    public CompletionStage<Posted> close(Topic topic) {
        return post(topic, new Change("close", "", "", 0, EntryText.head("closed", once.get(), ""), null));
    }

    @Override
    public CompletionStage<Posted> say(Topic topic, @Nullable SessionId member, @Nullable Word word, ByteString what) {
        var session = member == null ? "" : member.value();
        return post(topic, new Change("say", session, "", 0, EntryText.said(once.get(), what), word));
    }

    private CompletionStage<Posted> post(Topic topic, Change change) {
        return scripts.run(PostTopic.call(topic, change));
    }

    @Override
    public CompletionStage<TopicNews> read(Topic topic, long after) {
        return scripts.run(ReadTopic.call(topic, after));
    }
}
