package dev.gatehouse.proxy.link;

import reactor.core.publisher.Mono;

/// One client's way to its session. Safe to use from any thread; what one thread sends arrives in order.
public interface LinkChannel {

    /// Passes a client's frame on, at once. The answer comes when the link can take more, so waiting for it is what
    /// keeps a fast client from filling this proxy's memory.
    ///
    /// @param frame given away: the caller does not touch it again
    Mono<Void> send(byte[] frame);

    /// Asks the node to send nothing more.
    void pause();

    /// Asks the node to send on.
    void resume();

    /// Frees the channel: the client's socket is gone. Doing so again does nothing.
    ///
    /// @param intended whether the client closed its socket properly, for good
    void detach(boolean intended);
}
