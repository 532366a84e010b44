package dev.gatehouse.launcher.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One started process.
public interface RunningPart {

    long pid();

    /// Completes with the exit status when the process is gone, wanted or not.
    CompletableFuture<Integer> onExit();

    /// Whether it does what it is there for; false for one that is gone.
    boolean isReady();

    /// Asks it to end; does not wait.
    void askToStop();

    void kill();

    /// Pauses it: nothing of it runs, and its sockets stay open.
    ///
    /// @return false if it is gone
    boolean pause();

    /// Ends a pause; nothing where there is none.
    void goOn();

    /// Waits at most so long for its end.
    ///
    /// @return whether it is gone
    boolean isGoneWithin(Duration patience);
}
