package dev.gatehouse.client.play;

/// Says how many ticks of play are due by real time. One that was not run stays due: after a long silence there are
/// more than one flush may hold, and they come with the flushes after it.
public final class Tempo {

    private static final long SECOND = 1_000_000_000L;

    private final int ticksPerSecond;
    private final long startedAt;
    private long done;

    public Tempo(int ticksPerSecond, long nowNanos) {
        this.ticksPerSecond = ticksPerSecond;
        this.startedAt = nowNanos;
    }

    /// The ticks that have become due since the start, without those that are done.
    long due(long nowNanos) {
        return (nowNanos - startedAt) * ticksPerSecond / SECOND - done;
    }

    /// So many of them are done.
    void done(long ticks) {
        done += ticks;
    }
}
