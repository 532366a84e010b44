package dev.gatehouse.client;

import dev.gatehouse.model.player.PlayerModel;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// Tells a listener what happened, in order, on the listener's own thread.
final class Notices<M extends PlayerModel> {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());

    private final ClientListener<M> listener;
    private final Executor inOrder;

    /// @param inOrder runs one thing after the other
    Notices(ClientListener<M> listener, Executor inOrder) {
        this.listener = listener;
        this.inOrder = inOrder;
    }

    void tell(Consumer<ClientListener<M>> what) {
        run(() -> what.accept(listener));
    }

    /// Completing a future runs whatever hangs on it, so it is done here as well.
    void run(Runnable what) {
        try {
            inOrder.execute(() -> {
                try {
                    what.run();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.WARNING, "a listener threw", e);
                }
            });
        } catch (RejectedExecutionException e) {
            // The last notice has been given; what an answer that is late would say, nobody waits for.
        }
    }
}
