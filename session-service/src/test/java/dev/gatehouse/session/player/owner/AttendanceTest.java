package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.session.player.bench.PlayersBench;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private final PlayersBench bench = new PlayersBench();
    private final PlayersBench next = bench.another("session-2");

    @Test
    void showsNoMoreThanThatItsSocketIsLost() {
        var alice = bench.attach("alice", "s-1");
        int before = bench.shown.showings();

        alice.leaves();

        assertThat(bench.shown.all()).isEqualTo(Map.of("s-1", true));
        assertThat(bench.shown.showings()).isEqualTo(before);
    }

    @Test
    void showsASessionOnceWhereItGoesOnAtTheSameProxy() {
        bench.attach("alice", "s-1");

        next.carryOn(bench.self(), "alice", "s-1");

        assertThat(next.shown.all()).isEqualTo(Map.of("s-1", false));
        assertThat(next.shown.showings()).isEqualTo(1);
    }

    @Test
    void showsAllOfASessionThatGoesOnAtAnotherProxy() {
        bench.attach("alice", "s-1");

        next.carryOn(bench.self(), "alice", "s-1", "proxy-2");

        assertThat(next.shown.showings()).isEqualTo(2);
    }
}
