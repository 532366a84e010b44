package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.proxy.drain.DrainProperties;
import dev.gatehouse.proxy.drain.MoveSpread;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.scheduler.Scheduler;

/// Knows the open sockets, and tells them when this proxy is about to stop. Stops before the web server
/// does: that one would wait for open sockets until its patience ends, and then close them without a
/// word.
public final class LiveSockets implements SmartLifecycle {

    private final DrainProperties limits;
    private final MoveSpread spread;
    private final Scheduler timers;
    private final Set<Conversation> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile boolean draining;
    private final AtomicReference<@Nullable Runnable> drained = new AtomicReference<>();

    /// @param random thread-safe
    public LiveSockets(DrainProperties limits, RandomGenerator random, Scheduler timers) {
        this.limits = limits;
        this.spread = new MoveSpread(limits.window(), random);
        this.timers = timers;
    }

    Conversation add(Conversation conversation) {
        open.add(conversation);
        if (draining) {
            conversation.drain(spread.next());
        }
        return conversation;
    }

    void remove(Conversation conversation) {
        open.remove(conversation);
        if (draining && open.isEmpty()) {
            tellDrained();
        }
    }

    /// Whether new sockets are to be sent elsewhere.
    boolean isDraining() {
        return draining;
    }

    public int count() {
        return open.size();
    }

    @Override
    public void start() {
        draining = false;
        running = true;
    }

    /// Every client in session is asked to move, and its socket is closed when the session goes on
    /// elsewhere. Any other, and whoever has not moved in time, hears 4040.
    @Override
    public void stop(Runnable callback) {
        drained.set(callback);
        draining = true;
        running = false;
        open.forEach(conversation -> conversation.drain(spread.next()));
        if (open.isEmpty()) {
            tellDrained();
            return;
        }
        var _ = timers.schedule(
                () -> open.forEach(Conversation::endDrain), limits.longest().toMillis(), TimeUnit.MILLISECONDS);
    }

    // The last two sockets may close at once.
    private void tellDrained() {
        var callback = drained.getAndSet(null);
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
