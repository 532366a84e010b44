package dev.gatehouse.client.live;

import java.util.Optional;

/// A document that is followed, until it is closed or ended by the server. Outlives the session: where
/// that could not be resumed, the SDK subscribes again. Safe to use from any thread.
public interface Subscription extends Registration {

    /// The newest version; empty before the first, and once there is no more to come.
    Optional<Document> current();

    /// Follows the document no more. The listener hears nothing that is not already on its way to it.
    @Override
    void close();
}
