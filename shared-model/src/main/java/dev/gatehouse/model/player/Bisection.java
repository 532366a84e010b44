package dev.gatehouse.model.player;

import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Finds where two sides that agreed at first came apart, without looking at every step.
final class Bisection {

    /// The first step that differs, where all after it do too; else one that differs right after one that does not.
    ///
    /// @param count of steps, one after the other
    /// @param differs asked at most once for the last of them, and once more for each halving of `count`
    /// @return empty if the last one does not differ
    static OptionalInt firstDiffering(int count, IntPredicate differs) {
        if (count == 0 || !differs.test(count - 1)) {
            return OptionalInt.empty();
        }
        int agrees = -1;
        int apart = count - 1;
        while (apart - agrees > 1) {
            int middle = (agrees + apart) >>> 1;
            if (differs.test(middle)) {
                apart = middle;
            } else {
                agrees = middle;
            }
        }
        return OptionalInt.of(apart);
    }

    private Bisection() {}
}
