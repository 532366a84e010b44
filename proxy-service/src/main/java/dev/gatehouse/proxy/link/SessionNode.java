package dev.gatehouse.proxy.link;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// A session-service node that this proxy has a live link to. Safe to use from any thread.
public interface SessionNode {

    NodeId id();

    /// Whether it gives its sessions back, because it is about to stop. It takes nobody in.
    boolean isLeaving();

    /// Opens a channel for a client and asks the node to attach its session. Cancelling closes the
    /// channel.
    ///
    /// @param client hears what comes on the channel, from before the answer on
    Mono<AttachAnswer> attach(Attach attach, ChannelListener client);

    /// Asks the game which sessions of a device stay. Empty where it has no opinion. Fails if the link
    /// is lost; how long to wait is the caller's to say.
    Mono<Optional<Set<SessionId>>> decide(GameId game, DeviceSession current, List<DeviceSession> all);

    /// Ends a session, and answers whether the node had it. Fails if the link is lost; how long to wait
    /// is the caller's to say.
    Mono<Boolean> end(PlayerKey player, SessionId session, ConnectionError why);
}
