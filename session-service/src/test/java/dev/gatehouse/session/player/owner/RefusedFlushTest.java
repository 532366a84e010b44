package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.Onlooker;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A flush that is refused because another session leads, and an owner or a stream that is lost with the word of it.
/// Each of these was found by the simulation.
class RefusedFlushTest {

    private final PlayersBench bench = new PlayersBench();
    private final BenchClient older = bench.attach("alice", "s-1");

    private BenchClient newcomer() {
        return bench.attachBeside("alice", "s-2", "s-1");
    }

    @Test
    void refusesNothingOnceItsLeaseMayHaveEndedUntilItIsRenewed() {
        newcomer();
        bench.time.passes(Duration.ofSeconds(12));
        older.says(1, dig(2));
        assertThat(older.line.messages()).doesNotHaveAnyElementsOfTypes(FlushResult.class);

        bench.passes(Duration.ofSeconds(1));

        assertThat(older.line.messages()).hasAtLeastOneElementOfType(FlushResult.class);
    }

    @Test
    void refusesNothingThatItsNextOwnerTakes() {
        var newer = newcomer();
        bench.time.passes(Duration.ofSeconds(12));
        newer.leavesForGood();
        older.says(1, dig(2));
        var second = bench.another("session-2");
        var after = new Onlooker(older);
        after.goesOn(second.carryOn(PlayersBench.SELF, "alice", "s-1"));
        bench.passes(Duration.ofSeconds(1));

        after.says(dig(2));

        assertThat(older.line.messages()).doesNotHaveAnyElementsOfTypes(FlushResult.class);
        assertThat(second.goldOf("alice")).isEqualTo(2);
    }

    @Test
    void saysAgainWhatItHasRefusedWhereTheStreamHasTakenTheWordOfThatWithIt() {
        older.says(1, dig(1));
        older.acknowledges(1);
        var newer = newcomer();
        older.says(2, dig(2));
        newer.leavesForGood();

        // Its client has heard nothing of all that, and resends what does not count as received.
        var after = bench.carryOn(null, "alice", "s-1");
        after.says(2, dig(2));

        assertThat(after.rewind()).isEqualTo(new Rewind(2, 1, true));
        assertThat(after.line.messages())
                .filteredOn(ModelPatch.class::isInstance)
                .extracting(message -> ((ModelPatch) message).lead())
                .containsExactly(false, true);
        assertThat(bench.goldOf("alice")).isEqualTo(1);
    }

    @Test
    void leavesItToTheNextOwnerWhetherToRefuseWhatNobodyHeardToBeRefused() {
        older.says(1, dig(1));
        var newer = newcomer();
        older.says(2, dig(2));
        newer.leavesForGood();
        bench.passes(Duration.ofSeconds(1));

        var second = bench.another("session-2");
        var after = second.carryOn(PlayersBench.SELF, "alice", "s-1");
        after.says(2, dig(2));

        assertThat(after.rewind()).isEqualTo(new Rewind(2, 1, true));
        assertThat(second.goldOf("alice")).isEqualTo(3);
    }

    private static Flush dig(int amount) {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null);
    }
}
