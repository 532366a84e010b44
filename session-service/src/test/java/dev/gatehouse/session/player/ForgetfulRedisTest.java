package dev.gatehouse.session.player;

import static dev.gatehouse.session.player.bench.PlayersBench.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Redis loses the last of what it had confirmed, as it may when it is killed or fails over. The node that owns the
/// player still has it.
class ForgetfulRedisTest {

    private final PlayersBench first = new PlayersBench();
    private final BenchClient alice = first.attach("alice", "s-1");

    @Test
    @DisplayName("F09: what Redis has lost is written again with the next flush")
    void writesAgainWhatIsMissing() {
        digs(1, 3);
        first.registry.forgets(PlayersBench.player("alice"), 2);

        digs(4, 4);
        first.passes(Duration.ofSeconds(1));

        System.out.println("F09: lost 0 of 4 acknowledged, by the owner that goes on");
        assertThat(acknowledged()).isEqualTo(4);
        assertThat(first.counters.counted()).containsOnlyOnce("repaired");
        assertThat(goldAtTheNextOwner()).isEqualTo(4);
    }

    @Test
    @DisplayName("F09: it is written again before anybody plays, when the lease is renewed")
    void findsOutWhenItRenewsItsLease() {
        digs(1, 3);
        first.passes(Duration.ofSeconds(1));
        first.registry.forgets(PlayersBench.player("alice"), 3);

        first.passes(Duration.ofSeconds(4));

        assertThat(first.counters.counted()).containsOnlyOnce("repaired");
        assertThat(goldAtTheNextOwner()).isEqualTo(3);
    }

    @Test
    @DisplayName("F09: what is stored of a session is written again when the lease is renewed")
    void findsOutThatASessionIsForgotten() {
        first.passes(Duration.ofSeconds(1));
        first.registry.sessions().forgetsAllOf(PlayersBench.player("alice"));

        first.passes(Duration.ofSeconds(4));

        assertThat(first.counters.counted()).containsOnlyOnce("repaired");
        assertThat(first.registry.sessions().of(PlayersBench.player("alice"))).containsExactly(new SessionId("s-1"));
        var second = first.another("session-2");
        assertThat(second.carryOn(SELF, "alice", "s-1").rewind()).isEqualTo(new Rewind(2, 0, true));
    }

    @Test
    @DisplayName("F09: and so it is where another of the player's sessions was written before that was noticed")
    void findsOutThatASessionIsForgottenBehindAnother() {
        first.passes(Duration.ofSeconds(1));
        first.registry.sessions().forgetsAllOf(PlayersBench.player("alice"));
        first.attachBeside("alice", "s-2", "s-1");
        first.attachBeside("alice", "s-3", "s-1", "s-2");

        first.passes(Duration.ofSeconds(4));

        assertThat(first.counters.counted()).containsOnlyOnce("repaired");
        assertThat(first.registry.sessions().of(PlayersBench.player("alice")))
                .containsExactlyInAnyOrder(new SessionId("s-1"), new SessionId("s-2"), new SessionId("s-3"));
        first.passes(Duration.ofSeconds(10));
        assertThat(first.counters.counted()).containsOnlyOnce("repaired");
    }

    @Test
    @DisplayName("F09: a newcomer that is about to open is written again too")
    void writesANewcomerAgainThatIsAboutToOpen() {
        digs(1, 1);
        first.registry.holdsAppends();
        digs(2, 2);
        var newer = first.attachBeside("alice", "s-2", "s-1");
        first.registry.sessions().forgetsAllOf(PlayersBench.player("alice"));

        first.passes(Duration.ofSeconds(4));
        first.registry.answers();
        first.turns();

        assertThat(newer.player().lead()).isTrue();
        assertThat(first.registry.sessions().of(PlayersBench.player("alice")))
                .containsExactlyInAnyOrder(new SessionId("s-1"), new SessionId("s-2"));
    }

    @Test
    void findsOutThatASessionFromElsewhereIsForgotten() {
        var second = first.another("session-2");
        second.carryOn(SELF, "alice", "s-1");
        second.passes(Duration.ofSeconds(1));
        second.registry.sessions().forgetsAllOf(PlayersBench.player("alice"));

        second.passes(Duration.ofSeconds(4));

        assertThat(second.counters.counted()).containsOnlyOnce("repaired");
        assertThat(second.registry.sessions().of(PlayersBench.player("alice"))).containsExactly(new SessionId("s-1"));
    }

    @Test
    void writesNothingAgainWhereNothingIsMissing() {
        digs(1, 3);

        first.passes(Duration.ofSeconds(10));

        assertThat(first.counters.counted()).doesNotContain("repaired");
    }

    @Test
    void takesALateAnswerForNoLoss() {
        first.registry.holdsRenewals();
        digs(1, 1);
        first.passes(Duration.ofSeconds(3));
        digs(2, 3);
        first.passes(Duration.ofSeconds(3));

        first.registry.answersRenewals();
        first.turns();

        assertThat(first.counters.counted()).doesNotContain("repaired");
    }

    @Test
    void knowsWhatItReadWhereItHasWrittenNothing() {
        digs(1, 3);
        var second = first.another("session-2");
        second.carryOn(SELF, "alice", "s-1");
        second.registry.forgets(PlayersBench.player("alice"), 1);

        second.passes(Duration.ofSeconds(4));

        assertThat(second.counters.counted()).containsOnlyOnce("repaired");
        var third = first.another("session-3");
        third.carryOn(new NodeId("session-2"), "alice", "s-1");
        assertThat(third.goldOf("alice")).isEqualTo(3);
    }

    private void digs(int from, int to) {
        for (int seq = from; seq <= to; seq++) {
            alice.says(seq, new Flush(List.of(PlayersBench.call(100, "{\"amount\":1}")), null));
        }
    }

    private long acknowledged() {
        return alice.line.messages().stream()
                .filter(FlushResult.class::isInstance)
                .count();
    }

    private int goldAtTheNextOwner() {
        var second = first.another("session-2");
        second.carryOn(SELF, "alice", "s-1");
        return second.goldOf("alice");
    }
}
