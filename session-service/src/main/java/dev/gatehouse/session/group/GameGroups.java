package dev.gatehouse.session.group;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.servercode.Groups;
import dev.gatehouse.registry.topic.Posted;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.registry.topic.Topics;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The groups of one game, for its server code.
public record GameGroups(GameId game, Topics topics) implements Groups {

    @Override
    public CompletionStage<List<PlayerId>> members(String group) {
        return topics.read(Topic.group(game, group), -1)
                .thenApply(news -> news.members().stream()
                        .map(TopicMember::player)
                        .distinct()
                        .toList());
    }

    @Override
    public CompletionStage<Boolean> close(String group) {
        return topics.close(Topic.group(game, group)).thenApply(Posted.Done.class::isInstance);
    }
}
