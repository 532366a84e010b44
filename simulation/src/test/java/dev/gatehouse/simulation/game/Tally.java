package dev.gatehouse.simulation.game;

import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.model.servercode.ServerRpc;
import java.util.function.LongConsumer;

/// What clients may call: a method that must not run twice for one call.
@ServerRpc
public final class Tally {

    private final LongConsumer counted;

    /// @param counted told the number of each call that runs
    public Tally(LongConsumer counted) {
        this.counted = counted;
    }

    public long count(Caller caller, long call) {
        counted.accept(call);
        return call;
    }
}
