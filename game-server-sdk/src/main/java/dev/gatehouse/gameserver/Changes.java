package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.ServerView;
import dev.gatehouse.model.schema.JsonText;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps what the server knows, and shows it to the game whenever it is another than the game has seen. One call
/// at a time; what changes while the game is busy comes with the next call, so nothing queues up. Safe to use from
/// any thread.
final class Changes {

    private static final long AGAIN_AFTER_MILLIS = 1_000;
    private static final System.Logger LOG = System.getLogger(Changes.class.getName());

    private final ScheduledExecutorService thread;
    private final AtomicReference<@Nullable GameServer> now = new AtomicReference<>();
    private final AtomicBoolean isDue = new AtomicBoolean();
    private volatile Consumer<GameServer> listener = _ -> {};
    private @Nullable GameServer shown; // Only the calls touch it.

    /// @param thread runs one thing at a time
    Changes(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    void onChange(Consumer<GameServer> listener) {
        this.listener = listener;
    }

    /// @throws IllegalStateException before the server has linked
    GameServer now() {
        var current = now.get();
        if (current == null) {
            throw new IllegalStateException("not linked yet");
        }
        return current;
    }

    /// The server has linked, for the first time or again.
    void linked(LinkedInstance instance) {
        now.updateAndGet(before -> new GameServer(instance, true, before == null ? null : before.over()));
        callSoon();
    }

    /// Does nothing before the server has linked.
    void update(UnaryOperator<GameServer> change) {
        now.updateAndGet(before -> before == null ? null : change.apply(before));
        callSoon();
    }

    /// A request of the server was done. Does nothing before the server has linked.
    void done(GameServerRequest request, JsonText value) throws DecodeException {
        var before = now.get();
        if (before != null) {
            var after = ServerView.after(before.instance(), request, value);
            update(state -> state.with(after));
        }
    }

    private void callSoon() {
        if (isDue.compareAndSet(false, true) && !thread.isShutdown()) {
            thread.execute(this::call);
        }
    }

    private void call() {
        isDue.set(false);
        var current = now.get();
        if (current == null || current.equals(shown)) {
            return;
        }
        try {
            listener.accept(current);
        } catch (GameServerException e) {
            if (e.isRetryable() && !thread.isShutdown()) {
                LOG.log(System.Logger.Level.INFO, "a change is shown again soon: {0}", e.code());
                var _ = thread.schedule(this::call, AGAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
                return;
            }
            LOG.log(System.Logger.Level.WARNING, "the game could not follow a change: {0}", e.code());
        } catch (RuntimeException e) {
            // The game's own code: the next change must still reach it.
            LOG.log(System.Logger.Level.ERROR, "the game could not follow a change", e);
        }
        shown = current;
    }
}
