package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final AttachAnswer EVICTED = AttachAnswer.Refused.of(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);

    private final PlayersBench bench = new PlayersBench();

    @Test
    void refusesANewcomerThatHasLostItsPlaceOnItsDevice() {
        bench.shown.listed = CompletableFuture.completedFuture(false);

        var alice = bench.attach("alice", "s-1");

        assertThat(alice.answer()).isEqualTo(EVICTED);
        assertThat(bench.shown.all()).isEmpty();
    }

    @Test
    void asksANewcomerToComeBackWhereItsPlaceIsUnknown() {
        bench.shown.listed = CompletableFuture.failedFuture(new IllegalStateException("the registry is away"));

        assertThat(bench.attach("alice", "s-1").answer()).isEqualTo(AttachAnswer.Refused.forNow());
    }

    @Test
    void endsANewcomerThatIsStillOnItsWayIn() {
        var listed = new CompletableFuture<Boolean>();
        bench.shown.listed = listed;
        var alice = bench.attach("alice", "s-1");

        assertThat(bench.end("alice", "s-1")).isTrue();
        assertThat(alice.answer()).isEqualTo(EVICTED);

        listed.complete(true);
        bench.turns();
        assertThat(alice.answer()).isEqualTo(EVICTED);
        assertThat(bench.shown.all()).isEmpty();
        assertThat(bench.end("alice", "s-1")).isFalse();
    }

    @Test
    void endsASessionThatHasBegun() {
        var alice = bench.attach("alice", "s-1");

        assertThat(bench.end("alice", "s-1")).isTrue();

        assertThat(alice.line.closedWith()).isEqualTo(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
        assertThat(bench.shown.has(new SessionId("s-1"))).isFalse();
    }
}
