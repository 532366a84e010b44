package dev.gatehouse.proxy.link;

import dev.gatehouse.model.link.ProxyMessage.Attach;
import reactor.core.publisher.Mono;

/// One client's way to its session. Safe to use from any thread; what one thread sends arrives in order.
public interface LinkChannel {

    /// What it was opened with, and what has to be known of it since by whoever goes on with its session.
    Attach attach();

    /// Passes a client's frame on, at once. The answer comes when the link can take more, so waiting for
    /// it is what keeps a fast client from filling this proxy's memory.
    ///
    /// @param frame not touched again by the caller if it was passed on
    /// @return whether it was passed on; false where the node is gone or goes on with the session no
    ///     more
    Mono<Boolean> send(byte[] frame);

    /// Asks the node to send nothing more.
    void pause();

    /// Asks the node to send on.
    void resume();

    /// Frees the channel: the client's socket is gone. Doing so again does nothing.
    ///
    /// @param intended whether the client closed its socket properly, for good
    void detach(boolean intended);
}
