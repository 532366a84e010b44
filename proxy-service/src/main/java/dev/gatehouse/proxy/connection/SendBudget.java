package dev.gatehouse.proxy.connection;

/// Counts the bytes that wait for one client, and says when to hold its session back. Not thread-safe:
/// the socket's thread owns it.
public final class SendBudget {

    private final long pauseAbove;
    private final long resumeBelow;
    private final long limit;
    private long waiting;
    private boolean paused;

    /// What a change of the count asks for.
    public enum Advice {
        NOTHING,
        PAUSE,
        RESUME,
        GIVE_UP
    }

    /// All in bytes, none smaller than the one before.
    public SendBudget(long resumeBelow, long pauseAbove, long limit) {
        this.resumeBelow = resumeBelow;
        this.pauseAbove = pauseAbove;
        this.limit = limit;
    }

    /// Whether the session is to be held back now.
    public boolean isPaused() {
        return paused;
    }

    /// So many bytes more wait.
    public Advice added(int bytes) {
        waiting += bytes;
        if (waiting > limit) {
            return Advice.GIVE_UP;
        }
        if (!paused && waiting > pauseAbove) {
            paused = true;
            return Advice.PAUSE;
        }
        return Advice.NOTHING;
    }

    /// So many bytes are gone.
    public Advice sent(int bytes) {
        waiting -= bytes;
        if (paused && waiting < resumeBelow) {
            paused = false;
            return Advice.RESUME;
        }
        return Advice.NOTHING;
    }
}
