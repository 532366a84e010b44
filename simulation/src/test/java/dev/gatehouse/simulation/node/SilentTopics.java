package dev.gatehouse.simulation.node;

import static java.util.concurrent.CompletableFuture.completedFuture;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicBus;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.Word;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Topics in which nobody says anything: what is simulated is the timeline.
final class SilentTopics implements Topics, TopicBus {

    @Override
    public CompletionStage<Posted> join(Topic topic, TopicMember member, int most) {
        return completedFuture(new Posted.Absent());
    }

    @Override
    public CompletionStage<Posted> takeOver(Topic topic, TopicMember member) {
        return completedFuture(new Posted.Absent());
    }

    @Override
    public CompletionStage<Posted> leave(Topic topic, TopicMember member) {
        return completedFuture(new Posted.Absent());
    }

    @Override
    public CompletionStage<Posted> close(Topic topic) {
        return completedFuture(new Posted.Absent());
    }

    @Override
    public CompletionStage<Posted> say(Topic topic, @Nullable SessionId member, @Nullable Word word, ByteString what) {
        return completedFuture(new Posted.Absent());
    }

    @Override
    public CompletionStage<TopicNews> read(Topic topic, long after) {
        return completedFuture(new TopicNews(after, TopicNews.Since.THERE, List.of(), List.of()));
    }

    @Override
    public void follow(Topic topic, Follower follower) {}

    @Override
    public void unfollow(Topic topic) {}

    @Override
    public void retry() {}
}
