package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.model.error.ConnectionError;

/// What became of a newcomer who came while a process was paused.
///
/// @param nanos until it was in, or out
/// @param code why it was refused; 0 for one who was let in
record Knock(long nanos, int code) {

    static final int LET_IN = 0;

    private static final int COME_AGAIN = ConnectionError.CLUSTER_NOT_READY_UNHANDLED.code();

    /// Whoever is not let in hears that another attempt makes sense, in good time.
    boolean isAnswered() {
        return code == LET_IN || code == COME_AGAIN;
    }
}
