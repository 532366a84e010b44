package dev.gatehouse.session.player.owner;

import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Pause;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.Onlooker;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the next node knows of a session that has led, and leads again or no more.
class LeadLossTest {

    private static final int TICKS_PER_SECOND = 10;

    private final PlayersBench first = new PlayersBench();
    private final PlayersBench second = first.another("session-2");
    private final BenchClient older = first.attach("alice", "s-1");

    @Test
    void knowsHowFarASessionWasReceivedHoweverManyHaveFlushedSince() {
        older.says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":2}")), null));
        for (int other = 2; other <= 9; other++) {
            var newer = first.attachBeside("alice", "s-" + other, "s-1");
            newer.says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":1}")), null));
            newer.leavesForGood();
        }

        var after = second.carryOn(SELF, "alice", "s-1");

        assertThat(after.line.messages()).filteredOn(Rewind.class::isInstance).containsExactly(new Rewind(2, 1, true));
        assertThat(second.goldOf("alice")).isEqualTo(10);
    }

    @Test
    void takesWhatAClientRanThatHasHeardNothingOfLosingTheLead() {
        older.says(null, new Pause("a call", 300_000));
        older.leaves();
        var newer = first.attachBeside("alice", "s-2", "s-1");
        passes(200);
        newer.leavesForGood();
        passes(10);

        var resume = new Onlooker(older).resume();
        var back = second.resumeFrom(SELF, "alice", resume);
        back.says(1, new Flush(List.of(Op.ticks(210 * TICKS_PER_SECOND)), null));

        assertThat(back.line.closedWith()).isNull();
        assertThat(back.line.messages()).hasAtLeastOneElementOfType(FlushResult.class);
    }

    private void passes(int seconds) {
        first.passes(Duration.ofSeconds(seconds));
        second.passes(Duration.ofSeconds(seconds));
    }
}
