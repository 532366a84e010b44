package dev.gatehouse.launcher.simulator;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All players there may be, each of whom has a session: shows what they hear of their instances,
/// and what is done to their models, of which there are none. Safe to use from any thread.
public final class Players {

    /// The keys of actions that are known again, of each player.
    private static final int MOST_KEYS = 1_000;

    private final Instances instances;
    private final Consumer<String> say;
    private final BiConsumer<PlayerId, GameInstance> listener;
    private final Map<PlayerId, Done> done = new HashMap<>(); // Guarded by this.

    /// What was done to a player.
    private static final class Done {

        private long actions;
        private final Map<String, Long> keys = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > MOST_KEYS;
            }
        };
    }

    public Players(Instances instances, Consumer<String> say) {
        this(instances, say, (_, _) -> {});
    }

    /// @param listener called with what a player hears, before it counts as heard
    public Players(Instances instances, Consumer<String> say, BiConsumer<PlayerId, GameInstance> listener) {
        this.instances = instances;
        this.say = say;
        this.listener = listener;
    }

    /// A ticket is shown with the news: whoever reads it is to use it.
    public void hear(PlayerId player, GameInstance news) {
        listener.accept(player, news);
        var where = news.host() == null ? "" : " " + news.host() + ":" + news.port();
        var ticket = news.ticket() == null ? "" : " ticket " + news.ticket();
        say.accept(instances.label(news.instanceId()) + " " + player + " hears " + Words.of(news.event()) + where
                + ticket);
    }

    /// @param key the same key is done once
    /// @return the action's number
    public long act(PlayerId player, String action, @Nullable String key) {
        long id;
        synchronized (this) {
            var known = done.computeIfAbsent(player, _ -> new Done());
            var before = key == null ? null : known.keys.get(key);
            if (before != null) {
                return before;
            }
            id = ++known.actions;
            if (key != null) {
                known.keys.put(key, id);
            }
        }
        say.accept("    " + player + " is changed, action " + id + ": " + action);
        return id;
    }
}
