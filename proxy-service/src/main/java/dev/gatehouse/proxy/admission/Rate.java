package dev.gatehouse.proxy.admission;

/// How often something may happen.
///
/// @param perSecond in the long run
/// @param burst how often at once after a rest
public record Rate(double perSecond, int burst) {

    public Rate {
        if (!(perSecond > 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("perSecond: " + perSecond + " (expected: > 0)");
        }
        if (burst < 1) {
            throw new IllegalArgumentException("burst: " + burst + " (expected: >= 1)");
        }
    }
}
