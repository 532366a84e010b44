package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.PLAYER_DESERIALIZATION_FAILURE;
import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// When a player's snapshot is stored, and that whoever reads it finds all that was acknowledged. Due after 4 entries,
/// 1 KB of them, or a minute.
class SnapshotsTest {

    private static final PlayerKey ALICE = PlayersBench.player("alice");

    /// Enough to be stored deflated.
    private static final String LONG = "Dig where the river bends. ".repeat(60);

    private final PlayersBench bench = new PlayersBench();
    private final BenchClient alice = bench.attach("alice", "s-1");

    @Test
    void isDueAfterSoManyEntries() {
        digs(1, 3);
        assertThat(bench.registry.entries(ALICE)).isEqualTo(3);

        digs(4, 4);

        assertThat(bench.registry.entries(ALICE)).isZero();
        assertThat(reached()).isEqualTo(4);
        assertThat(bench.goldOf("alice")).isEqualTo(4);
    }

    @Test
    void isDueAfterSoManyBytes() {
        tip(LONG);

        assertThat(reached()).isEqualTo(1);
        assertThat(bench.registry.entries(ALICE)).isZero();
    }

    @Test
    void isDueOnceAnEntryIsOfAge() {
        digs(1, 1);
        passesWithAlice(58);
        assertThat(reached()).isZero();

        passesWithAlice(3);

        assertThat(reached()).isEqualTo(1);
    }

    @Test
    void stopsNothingWhileItIsRendered() {
        bench.snapshotWorker.hold(true);
        digs(1, 7);

        assertThat(results()).isEqualTo(7);
        assertThat(reached()).isZero();

        rendersSnapshots();
        assertThat(reached()).isEqualTo(4);
        assertThat(bench.registry.entries(ALICE)).isEqualTo(3);
        assertThat(bench.goldOf("alice")).isEqualTo(7);
    }

    @Test
    void isReadWithTheJournalBehindItAfterTheNodeIsGone() {
        tip(LONG);
        digs(1, 2);
        assertThat(bytes().size()).isLessThan(LONG.length() / 2);

        var second = bench.another("session-2");
        second.carryOn(SELF, "alice", "s-1");

        assertThat(second.goldOf("alice")).isEqualTo(2);
        assertThat(second.modelOf("alice")).contains(LONG);
    }

    @Test
    void losesNothingWhereItsNodeIsGoneBeforeItIsRendered() {
        bench.snapshotWorker.hold(true);
        digs(1, 6);
        var second = bench.another("session-2");
        second.carryOn(SELF, "alice", "s-1");
        assertThat(second.goldOf("alice")).isEqualTo(6);
        var taken = reached();

        rendersSnapshots();

        assertThat(reached()).isEqualTo(taken);
        assertThat(bench.counters.counted()).containsOnlyOnce("fenced");
        var third = second.another("session-3");
        third.carryOn(new NodeId("session-2"), "alice", "s-1");
        assertThat(third.goldOf("alice")).isEqualTo(6);
    }

    @Test
    void isStoredOfEverythingWhenThePlayerIsLetGo() {
        digs(1, 2);
        alice.leavesForGood();

        bench.passes(Duration.ofSeconds(12));

        assertThat(bench.registry.holdsLease(ALICE)).isFalse();
        assertThat(reached()).isEqualTo(2);
        assertThat(bench.registry.entries(ALICE)).isZero();
    }

    @Test
    @DisplayName("2.4 (22): a snapshot in which a bit has rotted is refused with 3000, and left as it is")
    void isNotBelievedWhereABitHasRotted() {
        tip("deeper");
        alice.leavesForGood();
        bench.passes(Duration.ofSeconds(12));
        // Still a message, of another tip. No checksum of the model has it, and no entry is left that could tell.
        var rotted = flipped(bytes(), bytes().toString(ISO_8859_1).indexOf("deeper"));
        bench.registry.putSnapshot(ALICE, rotted);

        var back = bench.attach("alice", "s-2");

        assertThat(back.answer()).isEqualTo(AttachAnswer.Refused.of(PLAYER_DESERIALIZATION_FAILURE));
        assertThat(bytes()).isEqualTo(rotted);
        assertThat(bench.registry.holdsLease(ALICE)).isFalse();
    }

    private static ByteString flipped(ByteString bytes, int at) {
        var flipped = bytes.toByteArray();
        flipped[at] ^= 1;
        return ByteString.copyFrom(flipped);
    }

    private void digs(int from, int to) {
        for (int seq = from; seq <= to; seq++) {
            alice.says(seq, new Flush(List.of(PlayersBench.call(100, "{\"amount\":1}")), null));
        }
    }

    private void tip(String text) {
        assertThat(bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"" + text + "\"}"))
                .isInstanceOf(ActionAnswer.Accepted.class);
    }

    private void rendersSnapshots() {
        bench.snapshotWorker.hold(false);
        bench.turns();
    }

    private void passesWithAlice(int seconds) {
        for (int second = 0; second < seconds; second++) {
            bench.passes(Duration.ofSeconds(1));
            alice.acknowledges(alice.line.numbers().getLast());
        }
    }

    private long results() {
        return alice.line.messages().stream()
                .filter(FlushResult.class::isInstance)
                .count();
    }

    private long reached() {
        return Objects.requireNonNull(bench.registry.snapshot(ALICE)).index();
    }

    private ByteString bytes() {
        return Objects.requireNonNull(bench.registry.snapshot(ALICE)).bytes();
    }
}
