package dev.gatehouse.session.event;

/// How much one client may still send: a bucket that fills with time. From any thread.
final class Allowance {

    private static final double NANOS = 1e9;

    private final double perNano;
    private final int most;

    /// Guarded by this, as is the next.
    private double left;

    private long asOf;

    /// @param most at once; what it starts with
    /// @param now nanoseconds of a monotonic clock, as below
    Allowance(double perSecond, int most, long now) {
        this.perNano = perSecond / NANOS;
        this.most = most;
        this.left = most;
        this.asOf = now;
    }

    /// @return false if nothing is left
    synchronized boolean take(long now) {
        left = Math.min(most, left + (now - asOf) * perNano);
        asOf = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
