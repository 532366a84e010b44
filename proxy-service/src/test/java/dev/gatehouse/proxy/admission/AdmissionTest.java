package dev.gatehouse.proxy.admission;

import static dev.gatehouse.model.error.ConnectionError.CONNECTION_LIMIT_REACHED;
import static dev.gatehouse.model.error.ConnectionError.RATE_LIMITED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.proxy.admission.Admission.Attempt;
import dev.gatehouse.proxy.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class AdmissionTest {

    private static final GameId GAME = new GameId("goldrush");

    private long now = 1;

    @Test
    void letsABurstInAndThenAsManyAsItsRate() {
        var admission = admission("handshakes.per-address.per-second=10", "handshakes.per-address.burst=3");

        assertThat(admission.request("a")).isEmpty();
        assertThat(admission.request("a")).isEmpty();
        assertThat(admission.request("a")).isEmpty();
        assertThat(admission.request("a")).contains(limited(Duration.ofMillis(100)));
        assertThat(admission.request("b")).isEmpty();

        passes(Duration.ofMillis(99));
        assertThat(admission.request("a")).contains(limited(Duration.ofMillis(1)));
        passes(Duration.ofMillis(1));
        assertThat(admission.request("a")).isEmpty();
        passes(Duration.ofHours(1));
        assertThat(admission.request("a")).isEmpty();
        assertThat(admission.request("a")).isEmpty();
        assertThat(admission.request("a")).isEmpty();
        assertThat(admission.request("a")).isPresent();
    }

    @Test
    void forgetsWhomItHasNotSeenForLongest() {
        var admission = admission("handshakes.per-address.burst=1", "handshakes.remembered=2");

        admission.request("a");
        admission.request("b");
        assertThat(admission.request("a")).isPresent();
        admission.request("c");

        assertThat(admission.request("a")).isPresent();
        assertThat(admission.request("b")).isEmpty();
    }

    @Test
    void keepsAPartForSessionsThatGoOn() {
        var admission = admission("handshakes.per-second=1", "handshakes.burst=4", "handshakes.kept-for-resumes=0.5");

        assertThat(admission.handshake(anew("a"))).isEmpty();
        assertThat(admission.handshake(anew("b"))).isEmpty();
        assertThat(admission.handshake(anew("c"))).contains(limited(Duration.ofSeconds(1)));
        assertThat(admission.handshake(goesOn("d"))).isEmpty();
        assertThat(admission.handshake(goesOn("e"))).isEmpty();
        assertThat(admission.handshake(goesOn("f"))).contains(limited(Duration.ofSeconds(1)));
        assertThat(admission.handshake(anew("g"))).contains(limited(Duration.ofSeconds(3)));
    }

    @Test
    void countsTheHandshakesOfAnAccountAndOfADevice() {
        var admission =
                admission("handshakes.per-account.burst=2", "handshakes.per-device.burst=3", "handshakes.per-second=1");
        var device = DeviceKey.of("phone");

        assertThat(admission.handshake(anew("a"))).isEmpty();
        assertThat(admission.handshake(anew("a"))).isEmpty();
        assertThat(admission.handshake(anew("a"))).map(Refusal::error).contains(RATE_LIMITED);
        for (var player : new String[] {"b", "c", "d"}) {
            assertThat(admission.handshake(new Attempt(player(player), device, false)))
                    .isEmpty();
        }
        assertThat(admission.handshake(new Attempt(player("e"), device, false))).isPresent();
    }

    @Test
    void hasRoomForSoManySockets() {
        var admission = admission("max-connections=2", "full-retry=7s");

        var first = admission.socket().orElseThrow();
        assertThat(admission.socket()).isPresent();
        assertThat(admission.socket()).isEmpty();
        assertThat(admission.full()).isEqualTo(full(Duration.ofSeconds(7)));

        first.giveBack();
        first.giveBack();
        assertThat(admission.socket()).isPresent();
        assertThat(admission.socket()).isEmpty();
    }

    @Test
    void refusesNobodyWhileThereIsAPlaceHoweverManyComeAtOnce() throws Exception {
        var admission = admission("max-connections=20", "max-connections-per-account=20");
        Callable<Boolean> oneAfterTheOther = () -> IntStream.range(0, 1_000)
                .allMatch(_ -> comesAndGoes(admission.socket()) && comesAndGoes(admission.place(player("a"))));
        var all = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(oneAfterTheOther));
            }
        }

        assertThat(all).allMatch(Future::resultNow);
    }

    private static boolean comesAndGoes(Optional<Place> place) {
        place.ifPresent(Place::giveBack);
        return place.isPresent();
    }

    @Test
    void fillsTheLastPlaceAndNoneBeyondHoweverManyComeAtOnce() throws Exception {
        var admission = admission("max-connections=20", "max-connections-per-account=20");
        var sockets = new ArrayList<Future<Boolean>>();
        var ofOnePlayer = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2_000; i++) {
                sockets.add(threads.submit(() -> admission.socket().isPresent()));
                ofOnePlayer.add(
                        threads.submit(() -> admission.place(player("a")).isPresent()));
            }
        }

        assertThat(sockets).filteredOn(Future::resultNow).hasSize(20);
        assertThat(ofOnePlayer).filteredOn(Future::resultNow).hasSize(20);
    }

    @Test
    void hasRoomForSoManySessionsOfAGame() {
        assertThat(admission().population(GAME).block()).isZero();
        assertThat(admission().session(false, Long.MAX_VALUE)).isEmpty();

        var admission = admission("max-connections-per-game=10");
        assertThat(admission.population(GAME).block()).isEqualTo(10);
        assertThat(admission.session(false, 9)).isEmpty();
        assertThat(admission.session(false, 10)).isPresent();
        assertThat(admission.session(true, 10)).isEmpty();
    }

    @Test
    void givesAPlaceBackOnce() {
        var admission = admission("max-connections-per-account=2");

        var first = admission.place(player("a")).orElseThrow();
        assertThat(admission.place(player("a"))).isPresent();
        assertThat(admission.place(player("a"))).isEmpty();
        assertThat(admission.place(player("b"))).isPresent();

        first.giveBack();
        first.giveBack();
        assertThat(admission.place(player("a"))).isPresent();
        assertThat(admission.place(player("a"))).isEmpty();
    }

    @Test
    void countsTheFramesOfEachSocketByThemselves() {
        var admission = admission("frames.per-second=10", "frames.burst=1");
        var frames = admission.frames();

        assertThat(frames.take()).isEmpty();
        assertThat(frames.take()).contains(Duration.ofMillis(100));
        assertThat(admission.frames().take()).isEmpty();
    }

    @Test
    void refusesSettingsThatLetNobodyIn() {
        assertThatThrownBy(() -> admission("max-connections=0"))
                .rootCause()
                .hasMessage("maxConnections: 0 (expected: >= 1)");
        assertThatThrownBy(() -> admission("frames.per-second=0"))
                .rootCause()
                .hasMessage("perSecond: 0.0 (expected: > 0)");
        assertThatThrownBy(() -> admission("handshakes.kept-for-resumes=1"))
                .rootCause()
                .hasMessageStartingWith("handshakes.keptForResumes: 1.0");
    }

    private Admission admission(String... settings) {
        return new Admission(AdmissionSettings.with(settings), () -> now, _ -> Mono.just(10L));
    }

    private void passes(Duration duration) {
        now += duration.toNanos();
    }

    private static Attempt anew(String player) {
        return new Attempt(player(player), null, false);
    }

    private static Attempt goesOn(String player) {
        return new Attempt(player(player), null, true);
    }

    private static PlayerKey player(String id) {
        return new PlayerKey(GAME, new PlayerId(id));
    }

    private static Refusal limited(Duration retryAfter) {
        return Admission.later(retryAfter);
    }

    private static Refusal full(Duration retryAfter) {
        var refusal = Refusal.of(CONNECTION_LIMIT_REACHED);
        return new Refusal(refusal.error(), retryAfter, refusal.message(), refusal.details());
    }
}
