package dev.gatehouse.session.event;

/// How much one client may still send: a bucket that fills with time. From any thread.
final class Allowance {

    private static final double NANOS = 1e9;

    private final double perNano;
    private final int most;

    /// Guarded by this, as are the next two.
    private double left;

    /// What there may be above the bound: what the client may have said while it could not be heard. It shrinks
    /// as fast as the bucket fills, so that nobody can save it up.
    private double above;

    private long asOf;

    /// @param most at once; what it starts with
    /// @param now nanoseconds of a monotonic clock, as below
    Allowance(double perSecond, int most, long now) {
        this.perNano = perSecond / NANOS;
        this.most = most;
        this.left = most;
        this.asOf = now;
    }

    /// @param now when it was sent; an earlier time than before counts as that
    /// @return false if nothing is left
    synchronized boolean take(long now) {
        fill(now);
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }

    /// What was sent for so long comes now, all at once.
    ///
    /// @param unheard nanoseconds
    synchronized void add(long unheard, long now) {
        fill(now);
        above = Math.max(above, unheard * perNano);
        left = Math.min(most + above, left + unheard * perNano);
    }

    private void fill(long now) {
        double filled = Math.max(0, now - asOf) * perNano;
        above = Math.max(0, above - filled);
        left = Math.min(most + above, left + filled);
        asOf += Math.max(0, now - asOf);
    }
}
