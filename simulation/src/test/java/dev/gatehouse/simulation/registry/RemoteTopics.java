package dev.gatehouse.simulation.registry;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.Word;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Topics over a line, script by script as `RedisTopics` asks for them.
public final class RemoteTopics implements Topics {

    private final RegistryLine line;
    private final Topics there;

    public RemoteTopics(RegistryLine line, Topics there) {
        this.line = line;
        this.there = there;
    }

    @Override
    public CompletionStage<Posted> join(Topic topic, TopicMember member, int most) {
        return line.run(() -> Answers.of(there.join(topic, member, most)));
    }

    @Override
    public CompletionStage<Posted> takeOver(Topic topic, TopicMember member) {
        return line.run(() -> Answers.of(there.takeOver(topic, member)));
    }

    @Override
    public CompletionStage<Posted> leave(Topic topic, TopicMember member) {
        return line.run(() -> Answers.of(there.leave(topic, member)));
    }

    @Override
    public CompletionStage<Posted> close(Topic topic) {
        return line.run(() -> Answers.of(there.close(topic)));
    }

    @Override
    public CompletionStage<Posted> say(Topic topic, @Nullable SessionId member, @Nullable Word word, ByteString what) {
        return line.run(() -> Answers.of(there.say(topic, member, word, what)));
    }

    @Override
    public CompletionStage<TopicNews> read(Topic topic, long after) {
        return line.run(() -> Answers.of(there.read(topic, after)));
    }
}
