package dev.gatehouse.client;

import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.player.PlayerModel;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Tells a listener what happened, in order, on the listener's own thread. A listener that is
/// [#MOST_WAITING] notices behind is given up: its session ends, and it hears of that last.
final class Notices<M extends PlayerModel> {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());

    /// Minutes of a busy game. What ends the session comes on top.
    static final int MOST_WAITING = 10_000;

    private final ClientListener<M> listener;
    private final Executor inOrder;
    private final Runnable fellBehind;
    private final AtomicInteger waiting = new AtomicInteger();

    /// @param inOrder runs one thing after the other
    /// @param fellBehind ends the session; not within the call, since whoever tells is in the middle of something
    Notices(ClientListener<M> listener, Executor inOrder, Runnable fellBehind) {
        this.listener = listener;
        this.inOrder = inOrder;
        this.fellBehind = fellBehind;
    }

    void tell(Consumer<ClientListener<M>> what) {
        run(() -> what.accept(listener));
    }

    /// Completing a future runs whatever hangs on it, so it is done here as well.
    void run(Runnable what) {
        if (waiting.incrementAndGet() == MOST_WAITING) {
            fellBehind.run();
        }
        try {
            inOrder.execute(() -> {
                waiting.decrementAndGet();
                GameFailure.attempt(what, e -> LOG.log(System.Logger.Level.WARNING, "a listener threw", e));
            });
        } catch (RejectedExecutionException e) {
            // The last notice has been given; what an answer that is late would say, nobody waits for.
        }
    }
}
