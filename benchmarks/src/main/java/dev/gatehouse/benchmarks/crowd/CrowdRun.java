package dev.gatehouse.benchmarks.crowd;

import dev.gatehouse.model.error.ConnectionError;
import java.time.Duration;
import java.util.Map;

/// What came of one crowd.
///
/// @param stayed how many the server still answered when all others were out; 0 where that did not come about in time
/// @param ends how many ended with which code
/// @param silence from the survivor's start until the last of the others heard that it is out; 0 where all heard before
record CrowdRun(int newcomers, int stayed, Map<Integer, Integer> ends, Duration silence) {

    private static final int OUT = ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION.code();

    /// By then every loser has heard.
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(1);

    CrowdRun {
        ends = Map.copyOf(ends);
    }

    /// Goldrush keeps the newest: one stays, and all others hear within a second that another has come.
    boolean isAsThePolicySays() {
        return stayed == 1 && ends.equals(Map.of(OUT, newcomers - 1)) && silence.compareTo(HEARD_WITHIN) <= 0;
    }
}
