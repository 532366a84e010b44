package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.Statistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void letsSocketsBreakOnlyWhereAProcessIsKilled() {
        var trip = trip(new Trip.Passage(2, 1, 1, 0), 1);

        assertThat(Ending.KILL.broken(trip)).isEmpty();
        assertThat(Ending.DRAIN.broken(trip))
                .containsExactly(
                        "sockets closed abruptly: 1 (expected: at most 0)",
                        "times without a socket: 1 (expected: at most 0)");
    }

    @Test
    void letsASocketFollowAnotherOnlyWhereAProxyStops() {
        var trip = trip(new Trip.Passage(2, 0, 0, 0), 1);

        assertThat(Ending.DRAIN.broken(trip)).isEmpty();
        assertThat(Ending.HAND_OVER.broken(trip))
                .containsExactly("sockets opened: 2 (expected: at most 1)", "resumes: 1 (expected: at most 0)");
    }

    @Test
    void letsAClientMoveNoMoreThanOnce() {
        assertThat(Ending.DRAIN.broken(trip(new Trip.Passage(3, 0, 0, 0), 2)))
                .containsExactly("resumes: 2 (expected: at most 1)");
    }

    @Test
    void letsNothingBeLost() {
        assertThat(Ending.HAND_OVER.broken(trip(new Trip.Passage(1, 0, 0, 1), 0)))
                .containsExactly("rewinds with a gap: 1 (expected: at most 0)");
    }

    @Test
    void letsNothingBeNoticedWhereRedisIsPaused() {
        assertThat(Ending.PAUSE_REDIS.broken(trip(new Trip.Passage(1, 0, 0, 0), 0)))
                .isEmpty();
        assertThat(Ending.PAUSE_REDIS.broken(trip(new Trip.Passage(1, 0, 1, 1), 0)))
                .containsExactly(
                        "times without a socket: 1 (expected: at most 0)",
                        "rewinds with a gap: 1 (expected: at most 0)");
    }

    @Test
    void letsOneLossBeHeardOfWhereANodeIsPaused() {
        assertThat(Ending.PAUSE_NODE.broken(trip(new Trip.Passage(1, 0, 0, 1), 0)))
                .isEmpty();
        assertThat(Ending.PAUSE_NODE.broken(trip(new Trip.Passage(2, 0, 1, 2), 0)))
                .containsExactly(
                        "sockets opened: 2 (expected: at most 1)",
                        "times without a socket: 1 (expected: at most 0)",
                        "rewinds with a gap: 2 (expected: at most 1)");
    }

    private static Trip trip(Trip.Passage passage, long resumes) {
        return new Trip(
                new Trip.Gold(0, 0, 0, 0),
                new Trip.Flushes(0, List.of(), List.of()),
                new Statistics(4, 4, 4, 4, 0, 0, 0, 0, passage.opened(), resumes, 1),
                passage,
                new Trip.Timings(List.of(), List.of(), List.of(), null, null),
                null);
    }
}
