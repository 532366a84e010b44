package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.Onlooker;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A node dies at a chosen point of a write, again and again; its player goes on at the next one.
class CrashPointsTest {

    private static final int CRASHES = 200;

    /// Entries of a journal that no snapshot has cut short.
    private static final int LONG_JOURNAL = 2_000;

    private static final int KILLS = 10;

    private static final InstantSource CLOCK = InstantSource.system();

    private final SplittableRandom random = new SplittableRandom(3);
    private PlayersBench bench = new PlayersBench();
    private BenchClient line = bench.attach("alice", "s-1");
    private final Onlooker alice = new Onlooker(line);
    private int crashes;

    /// All that alice has dug, and what of it was acknowledged.
    private int dug;

    private int acknowledged;

    private int lost;
    private int doubled;

    @Test
    @DisplayName(
            "F03: killed between running a flush and storing it: what was acknowledged is there, the rest is said again")
    void losesNothingAcknowledgedBetweenRunningAndStoring() {
        int unwritten = 0;
        while (crashes < CRASHES) {
            plays(random.nextInt(3));
            acknowledged = dug;
            int answered = results();
            bench.registry.holdsAppends();
            plays(1 + random.nextInt(3));
            assertThat(results()).isEqualTo(answered);
            unwritten += dug - acknowledged;

            crashes();
            // What the dead node had sent comes too late.
            bench.registry.answersAppends();
            goesOn();
        }
        System.out.printf(
                "F03: %d kills with %d nuggets dug and not stored: of those acknowledged lost %d, dug twice %d%n",
                crashes, unwritten, lost, doubled);
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
    }

    @Test
    @DisplayName("F04: killed between storing a flush and acknowledging it: it is said again, and runs once")
    void runsNothingTwiceBetweenStoringAndAcknowledging() {
        int unacknowledged = 0;
        while (crashes < CRASHES) {
            plays(random.nextInt(3));
            acknowledged = dug;
            int answered = results();
            bench.registry.holdsAppends();
            plays(1);
            bench.registry.answersAppends();
            assertThat(results()).isEqualTo(answered);
            unacknowledged += dug - acknowledged;

            crashes();
            goesOn();
        }
        System.out.printf(
                "F04: %d kills with %d nuggets stored and not acknowledged: lost %d, dug twice %d%n",
                crashes, unacknowledged, lost, doubled);
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
    }

    @Test
    @DisplayName("F05: killed while a snapshot is written: the one before and the journal are read")
    void readsTheSnapshotBeforeAndTheJournalWhereOneWasUnderWay() {
        long longest = 0;
        while (crashes < KILLS) {
            bench.snapshotWorker.hold(true);
            plays(LONG_JOURNAL / KILLS);
            assertThat(bench.registry.entries(PlayersBench.player("alice")))
                    .isGreaterThanOrEqualTo(LONG_JOURNAL / KILLS);

            acknowledged = dug;
            var begun = CLOCK.instant();
            crashes();
            longest = Math.max(longest, Duration.between(begun, CLOCK.instant()).toMillis());
            goesOn();
        }
        System.out.printf(
                "F05: %d kills while a snapshot was written: lost %d, dug twice %d; longest load, of up to %d entries, %d ms%n",
                crashes, lost, doubled, LONG_JOURNAL, longest);
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
    }

    private void plays(int flushes) {
        for (int i = 0; i < flushes; i++) {
            int amount = 1 + random.nextInt(10);
            alice.says(new Flush(List.of(PlayersBench.call(100, "{\"amount\":" + amount + "}")), null));
            dug += amount;
        }
    }

    private int results() {
        return Math.toIntExact(line.line.messages().stream()
                .filter(FlushResult.class::isInstance)
                .count());
    }

    private void crashes() {
        var dead = bench.self();
        bench = bench.another("session-" + (++crashes + 1));
        line = bench.carryOn(dead, "alice", "s-1");
        lost += Math.max(0, acknowledged - bench.goldOf("alice"));
    }

    /// Says again what was not acknowledged.
    private void goesOn() {
        alice.goesOn(line);
        lost += Math.max(0, dug - bench.goldOf("alice"));
        doubled += Math.max(0, bench.goldOf("alice") - dug);
    }
}
