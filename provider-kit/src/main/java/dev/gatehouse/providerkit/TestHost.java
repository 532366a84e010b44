package dev.gatehouse.providerkit;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.GameServerProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somewhere that servers run, and the provider that asks it for them: real processes, or a stand-in that answers as
/// the real host does. Has no servers at first. Used by several threads.
public interface TestHost extends AutoCloseable {

    /// How many servers it has room for.
    int CAPACITY = 10;

    GameServerProvider provider();

    /// Every server that runs now, by the host's own account and not by the provider's: an id stands there twice where
    /// two servers run under it.
    List<ServerId> running();

    /// What a running server finds in its environment, however that reached it. Waits where the server needs a moment.
    Map<String, String> environmentOf(ServerId server);

    /// Has a server go by itself.
    void crash(ServerId server);

    /// What may break between the provider and its host; empty where nothing lies between them.
    default Optional<Line> line() {
        return Optional.empty();
    }

    @Override
    void close();

    /// The way of the provider's requests to the host, and of the replies.
    interface Line {

        /// How many requests the host has had so far.
        int requests();

        /// Has the host do what a request says, and loses its reply.
        ///
        /// @param request counts from 0 at the host's start
        void loseReplyTo(int request);

        /// Has every request from now on wait for a reply that does not come, until [#goOn].
        void hold();

        /// Answers again. Whether the host does what it was asked meanwhile is its own choice.
        void goOn();
    }
}
