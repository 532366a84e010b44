package dev.gatehouse.registry.document;

import dev.gatehouse.model.schema.JsonText;

/// Tells this node of changes to documents, as they happen. It may lose messages, but never silently for long: after
/// each interruption every follower is told that it is [Follower#connected] again. Safe for use by several threads.
public interface DocumentBus {

    /// Who follows a document. Called on a thread that must not be blocked, one call at a time.
    interface Follower {

        /// From here on messages arrive; what happened before has to be read.
        void connected();

        /// @param patch RFC 6902, from the version before
        void changed(long version, JsonText patch);

        void deleted(long version);
    }

    /// Begins to follow; one follower for each document.
    void follow(DocumentKey document, Follower follower);

    void unfollow(DocumentKey document);

    /// Tries again to reach the bus, if it could not be reached. To be called now and then.
    void retry();
}
