package dev.gatehouse.gameserver;

import java.io.IOException;
import java.io.InputStream;

/// The process that a game server is.
public final class GameServerProcess {

    private static final System.Logger LOG = System.getLogger(GameServerProcess.class.getName());

    /// Ends this process with status 0 as soon as its standard input ends: the local-process provider holds the
    /// other end, and never writes, so the input ends exactly when the provider dies, however suddenly. To be
    /// called first in `main`, and only where nothing else reads the standard input.
    public static void exitWhenParentDies() {
        watch(System.in, () -> {
            LOG.log(System.Logger.Level.WARNING, "whoever started this game server is gone: it ends");
            System.exit(0);
        });
    }

    static Thread watch(InputStream input, Runnable ended) {
        return Thread.ofPlatform().daemon().name("gatehouse-parent-watch").start(() -> {
            try {
                while (input.read() >= 0) {
                    // Nothing is ever meant by what comes in here.
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "the standard input has failed, which is its end", e);
            }
            ended.run();
        });
    }

    private GameServerProcess() {}
}
