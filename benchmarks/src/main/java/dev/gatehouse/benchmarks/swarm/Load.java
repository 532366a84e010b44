package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Bound;
import java.time.Duration;

/// What one guest does.
///
/// @param flushes rounds, each of some digs and one flush that is waited for; 1 to 10,000
/// @param digs actions in a flush, 1 to 100
/// @param cuts rounds in which the socket is cut while the flush is on its way; spread evenly, at most one a round
/// @param pause between two rounds, 0 to 1 minute
record Load(int flushes, int digs, int cuts, Duration pause) {

    Load {
        Bound.check("flushes", flushes, 1, 10_000);
        Bound.check("digs", digs, 1, 100);
        Bound.check("cuts", cuts, 0, flushes);
        Bound.check("pause", pause, Duration.ZERO, Duration.ofMinutes(1));
    }

    /// Whether the socket is cut in this round.
    ///
    /// @param round from 0
    boolean cutsIn(int round) {
        return (round + 1L) * cuts / flushes != (long) round * cuts / flushes;
    }

    /// The flushes that a guest asks for in all: one more for each cut, made while there is no socket.
    int allFlushes() {
        return flushes + cuts;
    }
}
