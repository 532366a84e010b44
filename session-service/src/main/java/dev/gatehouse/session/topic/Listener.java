package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.registry.topic.TopicMember;
import dev.gatehouse.session.session.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A session that listens to a topic, from a number on. Guarded by its watch.
final class Listener {

    private static final long UNKNOWN = -1;

    private final Peer peer;

    /// Absent where nobody has to be one.
    private final @Nullable TopicMember member;

    /// What was heard before it is known from where on it counts. A join takes no longer than the registry may.
    private final List<Held> held = new ArrayList<>();

    private long since = UNKNOWN;

    private record Held(long number, ServerMessage.Numbered message) {}

    /// @param member that it is as long as it listens
    Listener(Peer peer, @Nullable TopicMember member) {
        this.peer = peer;
        this.member = member;
    }

    Peer peer() {
        return peer;
    }

    SessionId session() {
        return peer.session();
    }

    /// Whether it waits for its membership.
    boolean isJoining() {
        return member != null && since == UNKNOWN;
    }

    boolean isMember() {
        return member != null && since != UNKNOWN;
    }

    /// The membership, if it has one.
    Optional<TopicMember> membership() {
        return isMember() ? Optional.ofNullable(member) : Optional.empty();
    }

    void hear(long number, ServerMessage.Numbered message) {
        if (since == UNKNOWN) {
            held.add(new Held(number, message));
        } else if (number > since) {
            peer.tell(message);
        }
    }

    /// Tells everything that it has heard after a number, and what it hears from here on.
    void startAfter(long number) {
        since = number;
        held.forEach(each -> hear(each.number(), each.message()));
        held.clear();
    }

    /// The numbers have been set back: what comes after this one has to be told.
    void fallBackTo(long number) {
        since = since == UNKNOWN ? UNKNOWN : Math.min(since, number);
    }
}
