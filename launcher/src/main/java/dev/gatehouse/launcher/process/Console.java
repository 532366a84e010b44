package dev.gatehouse.launcher.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// What the person at the terminal sees, with the time since the launcher began. Safe for use by several threads.
public final class Console {

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long begun;

    /// @param nanoTime monotonic
    public Console(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    /// How long the launcher has run.
    public Duration elapsed() {
        return Duration.ofNanos(nanoTime.getAsLong() - begun);
    }

    /// As `1.2 s`.
    public static String inSeconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
