package dev.gatehouse.session.session;

import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps a client's flushes behind what it said before and would never hear the loss of, such as an
/// event. A flush in the journal says that the client has been received up to there, so all of that
/// must be stored by then: after a crash nobody would ask for it again. What comes after a flush
/// that waits, waits as well. Single-threaded, as its session.
public final class Turns {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    /// How much has begun and is not stored yet.
    private int open;

    /// Does a step when its turn comes: at once, unless something waits, or it has to come after
    /// all that is open.
    public void take(boolean afterOpen, Runnable step) {
        if (waiting.isEmpty() && (open == 0 || !afterOpen)) {
            step.run();
        } else {
            waiting.add(step);
        }
    }

    public void begins() {
        open++;
    }

    /// Something that has begun is stored, or comes to nothing.
    public void ends() {
        open--;
        while (open == 0 && !waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /// How many steps wait.
    public int waiting() {
        return waiting.size();
    }
}
