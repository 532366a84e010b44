package dev.gatehouse.session.player.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the server does to a model that a client runs as well: each flush says the client's checksum.
class ServerActionsTest {

    private final PlayersBench bench = new PlayersBench();
    private final Twin alice = new Twin(bench.attach("alice", "s-1"));

    @Test
    @DisplayName("2.4 (12): a synchronized action runs where the client ran it, between its own steps")
    void runsASynchronizedActionAtTheSamePositionOnBothSides() {
        alice.digs(3);
        addGold(100);
        alice.ticks(4);
        alice.runsServerActions();
        alice.digs(2);

        assertThat(alice.flushes()).containsExactly("ok", "ok", "ok");
        assertThat(bench.goldOf("alice")).isEqualTo(105);
    }

    @Test
    @DisplayName("2.4 (12): one that finds at its position that it cannot be has no effect on either side")
    void hasNoEffectWhereItsPreconditionFailsWhenItRuns() {
        addGold(10);
        order(ActionMode.SYNCHRONIZED, 105, "{\"amount\":8}");
        order(ActionMode.SYNCHRONIZED, 105, "{\"amount\":8}");
        alice.runsServerActions();

        assertThat(alice.flushes()).containsExactly("ok", "ok", "too_poor");
        assertThat(bench.goldOf("alice")).isEqualTo(2);
        assertThat(alice.model().gold()).isEqualTo(2);
    }

    @Test
    @DisplayName("2.4 (12): what is given out while nobody plays waits, and comes in its order with the next session")
    void waitsForTheNextSessionInItsOrder() {
        bench.end("alice", "s-1");
        addGold(10);
        order(ActionMode.SYNCHRONIZED, 105, "{\"amount\":10}");
        addGold(5);
        bench.passes(Duration.ofMinutes(1));
        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isFalse();

        var again = new Twin(bench.attach("alice", "s-2"));
        again.runsServerActions();

        assertThat(again.flushes()).containsExactly("ok", "ok", "ok");
        assertThat(bench.goldOf("alice")).isEqualTo(5);
    }

    @Test
    @DisplayName("2.4 (13): an unsynchronized action that the server refuses is told to nobody, and its key is unused")
    void tellsNobodyOfAnActionThatRefuses() {
        assertThat(tip("spam", "k")).isEqualTo(new ActionAnswer.Declined("no_spam"));
        assertThat(tip("boom", null)).isEqualTo(new ActionAnswer.Declined("threw"));
        assertThat(bench.order("alice", ActionMode.UNSYNCHRONIZED, 104, "{}"))
                .isEqualTo(new ActionAnswer.Declined("threw"));
        assertThat(bench.counters.counted()).doesNotContain("action UNSYNCHRONIZED");

        assertThat(tip("dig deeper", "k")).isEqualTo(new ActionAnswer.Accepted(1));
        alice.runsServerActions();
        assertThat(alice.model().tip()).isEqualTo("dig deeper");
    }

    private ActionAnswer tip(String text, @Nullable String key) {
        return bench.order("alice", ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"" + text + "\"}", key);
    }

    @Test
    @DisplayName("2.4 (13): an unsynchronized action is no desync, however far ahead the client is")
    void changesWhatIsNotInTheChecksumWhileTheClientIsAhead() {
        alice.digs(3);
        alice.ticks(20);
        order(ActionMode.UNSYNCHRONIZED, 102, "{\"text\":\"dig deeper\"}");
        alice.digs(2);

        assertThat(alice.flushes()).containsExactly("ok", "ok");
        assertThat(alice.model().tip()).isEmpty();
        alice.runsServerActions();
        assertThat(alice.model()).isEqualTo(new Purse(5, "dig deeper", 0));
        assertThat(alice.flushes()).isEmpty();
    }

    @Test
    @DisplayName("2.4 (13): one that touches what is in the checksum is refused with the member's name")
    void refusesOneThatTouchesTheChecksum() {
        assertThat(order(ActionMode.UNSYNCHRONIZED, 103, "{\"amount\":1}")).isEqualTo(new ActionAnswer.Touches("gold"));

        alice.digs(3);
        assertThat(alice.flushes()).containsExactly("ok");
    }

    private void addGold(int amount) {
        order(ActionMode.SYNCHRONIZED, 101, "{\"amount\":" + amount + "}");
    }

    private ActionAnswer order(ActionMode mode, int code, String args) {
        return bench.order("alice", mode, code, args);
    }
}
