package dev.gatehouse.client.play;

/// Says how many ticks of play have become due. What is more than one flush may hold is forgotten: the
/// game stood still.
public final class Tempo {

    private static final long SECOND = 1_000_000_000L;

    private final int ticksPerSecond;
    private final int most;
    private long countedFrom;

    public Tempo(int ticksPerSecond, int most, long nowNanos) {
        this.ticksPerSecond = ticksPerSecond;
        this.most = most;
        this.countedFrom = nowNanos;
    }

    /// The ticks since this was last asked, each counted once.
    int due(long nowNanos) {
        long due = (nowNanos - countedFrom) * ticksPerSecond / SECOND;
        if (due > most) {
            countedFrom = nowNanos;
            return most;
        }
        countedFrom += due * SECOND / ticksPerSecond;
        return (int) due;
    }
}
