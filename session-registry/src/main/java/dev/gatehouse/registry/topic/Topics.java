package dev.gatehouse.registry.topic;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.SessionId;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The topics of all games. Each change is numbered, kept for a while and told to every node that follows the topic;
/// sent again, it is done once. Safe for use by several threads.
public interface Topics {

    /// Makes a session a member, or says that the member is on another node now.
    ///
    /// @param most members at once
    CompletionStage<Posted> join(Topic topic, TopicMember member, int most);

    /// Says that a member is on another node now, and changes nothing where it is none:
    /// [Posted.Absent].
    CompletionStage<Posted> takeOver(Topic topic, TopicMember member);

    /// Takes a member out, if it is still on that node.
    CompletionStage<Posted> leave(Topic topic, TopicMember member);

    /// Dismisses all members.
    CompletionStage<Posted> close(Topic topic);

    /// Says something to everybody who follows the topic.
    ///
    /// @param member must be one; absent for somebody who need not be
    /// @param word said again under it, the same is said once, however much came between. Remembered for
    ///     half an hour, of the ten thousand sessions that spoke last. Absent where nobody says it again
    CompletionStage<Posted> say(Topic topic, @Nullable SessionId member, @Nullable Word word, ByteString what);

    /// What happened after a number; and keeps the topic known for a while longer.
    CompletionStage<TopicNews> read(Topic topic, long after);
}
