package dev.gatehouse.model.player;

import dev.gatehouse.model.number.Fixed;
import dev.gatehouse.model.schema.Member;
import org.pcollections.PVector;

/// The state of a random number generator, as a member of a model: client and server draw the same numbers from it. A
/// draw gives a number and the next state, which the action puts back into the model.
///
/// The generator is SplitMix64 (Steele, Lea, Flood 2014), the one of `java.util.SplittableRandom`. Its state is 64 bits
/// in two halves, because not every reader of JSON has whole numbers of that size. It is no secret: who sees the state
/// knows what comes next. Where a player must not, the server draws, and an action carries what it drew.
public record RandomState(@Member(1) int high, @Member(2) int low) {

    private static final long GAMMA = 0x9e37_79b9_7f4a_7c15L;
    private static final long LOW_HALF = 0xffff_ffffL;

    /// A draw: what was drawn, and the state to go on with.
    public record Draw<T>(T value, RandomState next) {}

    public static RandomState seeded(long seed) {
        return new RandomState((int) (seed >>> Integer.SIZE), (int) seed);
    }

    private long state() {
        return ((long) high << Integer.SIZE) | (low & LOW_HALF);
    }

    private RandomState next() {
        return seeded(state() + GAMMA);
    }

    /// What this state gives, once it is the next.
    private long mixed() {
        long z = state();
        z = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d0_49bb_1331_11ebL;
        return z ^ (z >>> 31);
    }

    /// Any 64 bits.
    public Draw<Long> nextLong() {
        var next = next();
        return new Draw<>(next.mixed(), next);
    }

    /// From 0 to below the bound, each equally often.
    ///
    /// @param bound 1 or more
    public Draw<Integer> nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound: " + bound + " (expected: > 0)");
        }
        // Multiply and shift; the few products that would favour a number are drawn again.
        long unfair = (LOW_HALF + 1) % bound;
        var next = next();
        long product = (next.mixed() >>> Integer.SIZE) * bound;
        while ((product & LOW_HALF) < unfair) {
            next = next.next();
            product = (next.mixed() >>> Integer.SIZE) * bound;
        }
        return new Draw<>((int) (product >>> Integer.SIZE), next);
    }

    /// True with this probability.
    ///
    /// @param probability 0 to 1
    public Draw<Boolean> chance(Fixed probability) {
        if (probability.compareTo(Fixed.ZERO) < 0 || probability.compareTo(Fixed.ONE) > 0) {
            throw new IllegalArgumentException("probability: " + probability + " (expected: 0 to 1)");
        }
        var next = next();
        return new Draw<>((next.mixed() >>> Integer.SIZE) < probability.raw(), next);
    }

    /// The same elements in any order, each order equally often as far as 64 bits reach.
    public <T> Draw<PVector<T>> shuffle(PVector<T> elements) {
        var shuffled = elements;
        var now = this;
        for (int last = elements.size() - 1; last > 0; last--) {
            var other = now.nextInt(last + 1);
            var moved = shuffled.get(last);
            shuffled = shuffled.with(last, shuffled.get(other.value())).with(other.value(), moved);
            now = other.next();
        }
        return new Draw<>(shuffled, now);
    }
}
