package dev.gatehouse.session.player.owner;

import java.util.function.BooleanSupplier;
import org.pcollections.AmortizedPQueue;
import org.pcollections.PQueue;

/// What is told only while the lease is known to be held: once it may have ended, another owner may tell the
/// same. On the player's shard.
final class Withheld {

    private final BooleanSupplier leaseHolds;
    private final int most;
    private PQueue<Runnable> waiting = AmortizedPQueue.empty();

    /// @param leaseHolds asked before each step
    /// @param most steps that may wait
    Withheld(BooleanSupplier leaseHolds, int most) {
        this.leaseHolds = leaseHolds;
        this.most = most;
    }

    /// Does a step now, or once the lease is renewed, after those before it.
    ///
    /// @return false if too many wait: then it is not done
    boolean offer(Runnable step) {
        if (waiting.isEmpty() && leaseHolds.getAsBoolean()) {
            step.run();
            return true;
        }
        if (waiting.size() >= most) {
            return false;
        }
        waiting = waiting.plus(step);
        return true;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// The lease is renewed.
    void release() {
        while (!waiting.isEmpty() && leaseHolds.getAsBoolean()) {
            var next = waiting.element();
            waiting = waiting.minus();
            next.run();
        }
    }

    /// The lease is lost: what waits is for the next owner to tell.
    void forget() {
        waiting = AmortizedPQueue.empty();
    }
}
