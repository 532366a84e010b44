package dev.gatehouse.instance.life;

import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import java.util.Optional;

/// How sure it is that the server of an instance is there.
public enum Liveness {
    /// It is linked, and says in time that it is well.
    ALIVE,
    /// Its link is lost, or it has missed a keep-alive. It may come back, and its players stay.
    SUSPECTED,
    /// It was silent for too long: its instance ends.
    LOST;

    /// Empty for an instance that has no linked server, or none any more.
    ///
    /// @param hears whether a server that is not heard is silent
    public static Optional<Liveness> of(Stored stored, Deadlines deadlines, boolean hears) {
        var state = stored.instance().state();
        if (state != InstanceState.LINKED && state != InstanceState.RUNNING) {
            return Optional.empty();
        }
        if (!stored.heard()) {
            return Optional.of(hears ? LOST : SUSPECTED);
        }
        var silent = deadlines.silence().minus(stored.heardFor());
        // A keep-alive that is due and on its way is not missed yet.
        boolean missed = silent.compareTo(deadlines.keepAlive().multipliedBy(2)) > 0;
        return Optional.of(missed || stored.link() == null ? SUSPECTED : ALIVE);
    }
}
