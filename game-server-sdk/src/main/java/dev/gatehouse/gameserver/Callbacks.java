package dev.gatehouse.gameserver;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.PlayersAdded;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.SeatedPlayer;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Calls the game back, one call after the other, on a thread that is not the socket's.
final class Callbacks {

    /// Notices that the game has not taken yet; past this they are dropped with a word in the log.
    private static final int MAX_WAITING = 256;

    private static final System.Logger LOG = System.getLogger(Callbacks.class.getName());

    volatile Consumer<List<SeatedPlayer>> playersAdded = _ -> {};
    volatile Consumer<PlayerId> playerLeft = _ -> {};
    volatile Consumer<Updated> updated = _ -> {};
    volatile Consumer<String> terminated = _ -> {};
    volatile Runnable linkLost = () -> {};

    private final Consumer<Refresh> refreshed;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            Thread.ofPlatform().daemon().name("gatehouse-callbacks").factory(),
            (_, _) -> LOG.log(System.Logger.Level.ERROR, "a notice was dropped: the game does not take them"));

    /// @param refreshed takes the next pair of tokens; called on the socket's thread, before anything that comes after
    Callbacks(Consumer<Refresh> refreshed) {
        this.refreshed = refreshed;
    }

    void received(GameServerNotice notice) {
        switch (notice) {
            case PlayersAdded(var _, var players) -> call(() -> playersAdded.accept(players));
            case PlayerLeft(var _, var player) -> call(() -> playerLeft.accept(player));
            case Updated news -> call(() -> updated.accept(news));
            case Terminate(var _, var why) -> terminate(why);
            case Refresh refresh -> refreshed.accept(refresh);
        }
    }

    void terminate(String why) {
        if (over.compareAndSet(false, true)) {
            call(() -> terminated.accept(why));
        }
    }

    void lost() {
        if (!over.get()) {
            call(() -> linkLost.run());
        }
    }

    /// From now on neither the end nor the loss of the link is news.
    void ending() {
        over.set(true);
    }

    void close() {
        thread.shutdown();
    }

    private void call(Runnable callback) {
        thread.execute(() -> {
            try {
                callback.run();
            } catch (RuntimeException e) {
                // The game's own code: the next notice must still reach it.
                LOG.log(System.Logger.Level.ERROR, "a callback has failed", e);
            }
        });
    }
}
