package dev.gatehouse.simulation.check;

import java.util.HashSet;
import java.util.Set;

/// Watches the calls of clients: none runs twice, and none that was answered did not run (C2, C6).
public final class CallWatch {

    private final History history;
    private final Set<Long> ran = new HashSet<>();
    private long calls;

    public CallWatch(History history) {
        this.history = history;
    }

    /// A number for the next call, never given before.
    public long next() {
        return ++calls;
    }

    public void ran(long call) {
        if (!ran.add(call)) {
            history.violated(Promise.C2, "call " + call + " ran twice");
        }
    }

    public void answered(long call) {
        if (!ran.contains(call)) {
            history.violated(Promise.C6, "call " + call + " was answered and never ran");
        }
    }
}
