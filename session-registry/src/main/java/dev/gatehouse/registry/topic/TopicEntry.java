package dev.gatehouse.registry.topic;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerId;

/// What happened in a topic.
public sealed interface TopicEntry {

    /// The first session of a player has become a member.
    record Joined(PlayerId player) implements TopicEntry {}

    /// The last session of a player is a member no more.
    record Left(PlayerId player) implements TopicEntry {}

    /// All members were dismissed.
    record Closed() implements TopicEntry {}

    /// Somebody said something.
    record Said(ByteString what) implements TopicEntry {}
}
