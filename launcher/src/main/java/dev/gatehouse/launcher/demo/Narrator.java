package dev.gatehouse.launcher.demo;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Tells what happens as it happens, with the time since the story began, and stops it where a claim does not hold.
final class Narrator {

    private final Consumer<String> out;
    private final LongSupplier nanoTime;
    private final long begun;
    private int claims;

    /// @param nanoTime monotonic
    Narrator(Consumer<String> out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    void chapter(int number, String title) {
        out.accept("%n%d. %s".formatted(number, title));
    }

    void tell(String what) {
        out.accept(String.format(Locale.ROOT, "  %6.2f s  %s", elapsed().toMillis() / 1000.0, what));
    }

    /// @throws BrokenStoryException if it does not hold
    void check(boolean holds, String claim) {
        claims++;
        if (!holds) {
            throw new BrokenStoryException("not so: " + claim);
        }
    }

    /// @throws BrokenStoryException naming both if they differ
    void checkEqual(@Nullable Object actual, Object expected, String what) {
        check(Objects.equals(actual, expected), what + " is " + expected + " (it is " + actual + ")");
    }

    /// How much was checked so far.
    int claims() {
        return claims;
    }

    Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - begun);
    }
}
