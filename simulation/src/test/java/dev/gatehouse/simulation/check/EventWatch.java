package dev.gatehouse.simulation.check;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.registry.topic.Topic;
import dev.gatehouse.registry.topic.TopicEntry;
import java.util.HashMap;
import java.util.Map;

/// Watches what clients say to each other: each event is said once (C2), and whoever hears a scope hears
/// everything in it, once and in the one order (C3, C6), but for what its session has no part in or was told
/// that it missed.
public final class EventWatch {

    private static final ProtoCodec<ServerMessage.Event> EVENTS = ProtoCodec.of(ServerMessage.Event.class);

    private final History history;
    private final Map<Long, Place> said = new HashMap<>();
    private final Map<EventScope, Long> counts = new HashMap<>();
    private final Map<Ear, Heard> ears = new HashMap<>();
    private long events;

    /// The how manieth in its scope.
    private record Place(EventScope scope, long number) {}

    private record Ear(String client, EventScope scope) {}

    /// @param isNext whether what comes next has to be the one after it
    private record Heard(long number, boolean isNext) {}

    public EventWatch(History history) {
        this.history = history;
    }

    /// A number for the next event, never given before.
    public long next() {
        return ++events;
    }

    /// Something happened in a topic.
    public void published(Topic topic, long number, TopicEntry entry) {
        if (!(entry instanceof TopicEntry.Said(var what))) {
            return;
        }
        try {
            var event = EVENTS.decode(what);
            long id = idOf(event);
            var place = new Place(event.scope(), counts.merge(event.scope(), 1L, Long::sum));
            if (said.putIfAbsent(id, place) != null) {
                history.violated(Promise.C2, "event " + id + " was said twice");
            }
            history.figures().count(Figures.Figure.EVENTS);
            history.digest(number);
            history.note(() -> "event " + id + " is said in " + topic);
        } catch (DecodeException e) {
            history.violated(Promise.NO_MISTAKES, "what was said in " + topic + ": " + e.getMessage());
        }
    }

    private static long idOf(ServerMessage.Event event) {
        return Long.parseLong(event.payload().text());
    }

    public boolean isSaid(long event) {
        return said.containsKey(event);
    }

    /// A client hears everything from some time on.
    public void begins(String client) {
        ears.replaceAll((ear, heard) -> ear.client().equals(client) ? new Heard(heard.number(), false) : heard);
    }

    /// The same, of one scope alone.
    public void begins(String client, EventScope scope) {
        ears.computeIfPresent(new Ear(client, scope), (_, heard) -> new Heard(heard.number(), false));
    }

    public void heard(String client, ServerMessage.Event event) {
        long id = idOf(event);
        var place = said.get(id);
        if (place == null) {
            history.violated(Promise.C6, client + " heard event " + id + ", which nobody has said");
            return;
        }
        var before = ears.put(new Ear(client, place.scope()), new Heard(place.number(), true));
        if (before != null && place.number() <= before.number()) {
            history.violated(Promise.C3, client + " heard event " + id + " again, or out of order");
        } else if (before != null && before.isNext() && place.number() != before.number() + 1) {
            history.violated(Promise.C6, client + " missed what was said before event " + id);
        }
        history.note(() -> client + " hears event " + id);
    }

    /// Whether a client has heard the last event of a scope, and begun before that.
    public boolean isUpToDate(String client, EventScope scope) {
        var heard = ears.get(new Ear(client, scope));
        return heard != null && heard.isNext() && heard.number() == counts.getOrDefault(scope, 0L);
    }
}
