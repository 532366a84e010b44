package dev.gatehouse.registry.topic;

/// Tells this node of what happens in topics, as it happens. It may lose messages, but never silently for long: after
/// each interruption every follower is told that it is [Follower#connected] again. Safe for use by several threads.
public interface TopicBus {

    /// Who follows a topic. Called on a thread that must not be blocked, one call at a time.
    interface Follower {

        /// From here on messages arrive; what happened before has to be read.
        void connected();

        void heard(long number, TopicEntry entry);
    }

    /// Begins to follow; one follower for each topic.
    void follow(Topic topic, Follower follower);

    void unfollow(Topic topic);

    /// Tries again to reach the bus, if it could not be reached. To be called now and then.
    void retry();
}
