package dev.gatehouse.proxy.connection.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Knows the open sockets, and tells them when this proxy is about to stop. Stops before the web server does: that one
/// would wait for open sockets until its patience ends, and then close them without a word.
public final class LiveSockets implements SmartLifecycle {

    private final Set<Conversation> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile boolean draining;
    private final AtomicReference<@Nullable Runnable> drained = new AtomicReference<>();

    Conversation add(Conversation conversation) {
        open.add(conversation);
        if (draining) {
            conversation.drain();
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

    /// Every socket hears 4040. None takes longer to close than its grace time.
    @Override
    public void stop(Runnable callback) {
        drained.set(callback);
        draining = true;
        running = false;
        open.forEach(Conversation::drain);
        if (open.isEmpty()) {
            tellDrained();
        }
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
