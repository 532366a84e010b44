package dev.gatehouse.registry.topic;

import java.util.List;

/// What a topic's log holds after a number.
///
/// @param position the number of the last entry
/// @param entries oldest first, the last one numbered `position`
public record TopicNews(long position, Since since, List<TopicEntry> entries, List<TopicMember> members) {

    /// What the entries begin with.
    public enum Since {
        /// The one after the number asked for.
        THERE,
        /// The first of all: nobody used the topic for a while, and it has begun again since the number asked for.
        NEW_START,
        /// The oldest that is kept: others between it and the number asked for are forgotten.
        FORGOTTEN
    }
}
