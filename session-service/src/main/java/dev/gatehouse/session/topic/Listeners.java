package dev.gatehouse.session.topic;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.GroupChange;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import dev.gatehouse.registry.topic.TopicMember;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The sessions of this node that listen to one topic. Guarded by their watch.
final class Listeners {

    private final Topic topic;
    private final Map<SessionId, Listener> all = new HashMap<>();

    Listeners(Topic topic) {
        this.topic = topic;
    }

    void put(Listener listener) {
        all.put(listener.session(), listener);
    }

    /// @return false if the session listens already
    boolean putIfAbsent(Listener listener) {
        return all.putIfAbsent(listener.session(), listener) == null;
    }

    Optional<Listener> remove(SessionId session) {
        return Optional.ofNullable(all.remove(session));
    }

    /// @return false if it is not there any more
    boolean remove(Listener listener) {
        return all.remove(listener.session(), listener);
    }

    boolean has(SessionId session) {
        return all.containsKey(session);
    }

    boolean has(Listener listener) {
        return all.get(listener.session()) == listener;
    }

    Optional<Listener> find(SessionId session) {
        return Optional.ofNullable(all.get(session));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Tells everybody who has not heard it.
    void tell(long number, TopicEntry entry) {
        message(entry).ifPresent(message -> all.values().forEach(listener -> listener.hear(number, message)));
        tidy();
    }

    /// Tells one of them something that was read for it alone.
    void tell(Listener listener, TopicEntry entry) {
        message(entry).ifPresent(listener::tell);
    }

    private Optional<ServerMessage.Numbered> message(TopicEntry entry) {
        return TopicMessages.of(topic, entry);
    }

    /// Starts those that begin with what happens from now on.
    void startAfter(long position) {
        all.values().stream().filter(Listener::awaitsNow).forEach(listener -> listener.startAfter(position));
    }

    /// The numbers have been set back: what comes after this one has to be told.
    void fallBackTo(long number) {
        all.values().forEach(listener -> listener.fallBackTo(number));
    }

    /// Says `closed` to one of them, which hears no more.
    void dismiss(Listener listener) {
        listener.tell(TopicMessages.changed(topic, GroupChange.CLOSED, null));
        all.remove(listener.session(), listener);
    }

    /// Says `closed` to members who are none any more.
    void dismissAllBut(List<SessionId> still) {
        var dismissed = all.values().stream()
                .filter(listener -> listener.isMember() && !still.contains(listener.session()))
                .toList();
        dismissed.forEach(this::dismiss);
    }

    /// Forgets those who have heard their last.
    private void tidy() {
        all.values().removeIf(Listener::isOver);
    }

    /// Forgets one of them if it has heard its last. Where thousands begin to listen, each looks after itself alone.
    void tidy(Listener listener) {
        if (listener.isOver()) {
            remove(listener);
        }
    }

    /// Those that begin with what happens from now on, and have not begun.
    List<Listener> awaitingNow() {
        return all.values().stream().filter(Listener::awaitsNow).toList();
    }

    /// Those for whom something has to be read.
    List<Listener> behind() {
        return all.values().stream().filter(Listener::isBehind).toList();
    }

    /// The memberships here that the registry does not know.
    List<TopicMember> missingIn(List<SessionId> known) {
        return all.values().stream()
                .map(Listener::membership)
                .filter(Objects::nonNull)
                .filter(member -> !known.contains(member.session()))
                .toList();
    }
}
