package dev.gatehouse.session.session;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The instances that are none of the player's any more, while the session's client is not known to have heard so.
/// Nobody can be asked for them, as for those that it is in: so they are stored with the session. Single-threaded, as
/// its stream.
final class Partings {

    /// As many as a player can be in. Of more the last ones.
    static final int MAX = 100;

    /// Of what its client has not been told in this stream.
    private static final long UNTOLD = Long.MAX_VALUE;

    private final Map<InstanceId, Told> all = new LinkedHashMap<>();
    private List<GameInstance> saved;

    /// @param number of the message
    private record Told(GameInstance news, long number) {}

    /// @param saved what is stored, and may have to be told again
    /// @param lastNumber of the stream that it was told in, where that goes on
    private Partings(List<GameInstance> saved, long lastNumber) {
        this.saved = saved;
        saved.forEach(news -> all.put(news.instanceId(), new Told(news, lastNumber)));
    }

    static Partings none() {
        return new Partings(List.of(), UNTOLD);
    }

    static Partings goingOn(StoredSession stored) {
        var stream = stored.stream();
        return new Partings(stored.partings(), stream == null ? UNTOLD : stream.lastNumber());
    }

    /// A client is told this under a number.
    void told(GameInstance news, long number) {
        all.remove(news.instanceId());
        if (news.event().isTheLast()) {
            all.put(news.instanceId(), new Told(news, number));
            if (all.size() > MAX) {
                all.remove(all.keySet().iterator().next());
            }
        }
    }

    /// The stream starts anew.
    ///
    /// @param acknowledged of the one before
    void renumber(long acknowledged) {
        forget(acknowledged);
        all.replaceAll((_, told) -> new Told(told.news(), UNTOLD));
    }

    private void forget(long acknowledged) {
        all.values().removeIf(told -> told.number() <= acknowledged);
    }

    List<GameInstance> unheard(long acknowledged) {
        forget(acknowledged);
        return all.values().stream().map(Told::news).toList();
    }

    boolean areSaved(long acknowledged) {
        return saved.equals(unheard(acknowledged));
    }

    void saved(StoredSession known) {
        saved = known.partings();
    }
}
