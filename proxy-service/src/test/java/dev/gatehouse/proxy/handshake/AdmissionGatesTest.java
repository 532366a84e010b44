package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.CONNECTION_LIMIT_REACHED;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_IS_BANNED;
import static dev.gatehouse.model.error.ConnectionError.RATE_LIMITED;
import static dev.gatehouse.proxy.handshake.HelloMaker.hello;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Standing;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AdmissionGatesTest {

    @Test
    void limitsTheHandshakesOfAnAccountAfterEveryOtherGate() {
        var bench = new HandshakeBench("handshakes.per-account.burst=1", "handshakes.per-account.per-second=0.5");
        bench.standings.standing = new Standing(0, new Ban(null, null));
        assertThat(bench.shake(hello())).isEqualTo(PLAYER_IS_BANNED);
        bench.standings.standing = Standing.NEW;

        assertThat(bench.shake(hello())).isNull();

        var refusal = Objects.requireNonNull(bench.refusal(hello().device("tablet")));
        assertThat(refusal.error()).isEqualTo(RATE_LIMITED);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(2));
        assertThat(bench.devices.listed).hasSize(1);
        bench.time.passes(Duration.ofSeconds(2));
        assertThat(bench.shake(hello())).isNull();
    }

    @Test
    void servesSessionsThatGoOnWhereNewOnesHaveToWait() {
        var bench = new HandshakeBench("handshakes.burst=2", "handshakes.per-second=1");

        assertThat(bench.shake(hello())).isNull();
        assertThat(bench.shake(hello())).isEqualTo(RATE_LIMITED);
        assertThat(bench.shake(hello().resume("new"))).isNull();
    }

    @Test
    void refusesNewSessionsOfAGameThatIsFull() {
        var bench = new HandshakeBench("max-connections-per-game=7");
        bench.population = 7;

        var refusal = Objects.requireNonNull(bench.refusal(hello()));
        assertThat(refusal.error()).isEqualTo(CONNECTION_LIMIT_REACHED);
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(bench.shake(hello().resume("new"))).isNull();
        bench.population = 6;
        assertThat(bench.shake(hello())).isNull();
    }

    @Test
    void keepsAnAccountsPlaceUntilItsSocketIsGone() {
        var bench = new HandshakeBench("max-connections-per-account=1");
        var first = hello();

        assertThat(bench.shake(first)).isNull();
        assertThat(bench.shake(hello())).isEqualTo(CONNECTION_LIMIT_REACHED);

        first.departure.happens();
        assertThat(bench.shake(hello())).isNull();
    }

    @Test
    void givesAPlaceBackThatItsSocketDidNotWaitFor() {
        var bench = new HandshakeBench("max-connections-per-account=1");
        var gone = hello();
        gone.departure.happens();

        assertThat(bench.shake(gone)).isNull();
        assertThat(bench.shake(hello())).isNull();
    }
}
