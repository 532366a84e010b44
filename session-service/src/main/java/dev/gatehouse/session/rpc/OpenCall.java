package dev.gatehouse.session.rpc;

import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// A call that a client waits for. Guarded by the lock of its session's calls.
final class OpenCall {

    final long id;
    final ServerMethod method;
    final @Nullable Object[] arguments;

    /// Ends the wait; absent until it is set up.
    private @Nullable Future<?> deadline;

    /// Where the game's code is at work; absent before and after.
    private @Nullable Thread worker;

    private boolean abandoned;

    OpenCall(long id, ServerMethod method, @Nullable Object[] arguments) {
        this.id = id;
        this.method = method;
        this.arguments = arguments;
    }

    void endsBy(Future<?> timer) {
        deadline = timer;
    }

    /// @return false if nobody waits any more: the game's code must not start
    boolean begins(Thread thread) {
        worker = abandoned ? null : thread;
        return !abandoned;
    }

    /// Nobody waits any more: the timer goes, and the game's code is interrupted.
    void abandon() {
        abandoned = true;
        stopTimer();
        if (worker != null) {
            worker.interrupt();
        }
    }

    /// The game's code has returned: its thread is not interrupted for this call any more.
    void returned() {
        worker = null;
        stopTimer();
    }

    private void stopTimer() {
        if (deadline != null) {
            deadline.cancel(false);
        }
    }
}
