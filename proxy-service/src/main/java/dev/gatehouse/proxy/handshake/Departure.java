package dev.gatehouse.proxy.handshake;

import java.util.ArrayList;
import java.util.List;

/// The moment at which a client's socket is gone, for those who have something to give back then. Safe to use from any
/// thread.
public final class Departure {

    // Guarded by this.
    private final List<Runnable> steps = new ArrayList<>();
    private boolean happened;

    /// Runs a step once the socket is gone; at once, where it is.
    void then(Runnable step) {
        synchronized (this) {
            if (!happened) {
                steps.add(step);
                return;
            }
        }
        step.run();
    }

    /// The socket is gone.
    public void happens() {
        List<Runnable> due;
        synchronized (this) {
            happened = true;
            due = List.copyOf(steps);
            steps.clear();
        }
        due.forEach(Runnable::run);
    }
}
