package dev.gatehouse.proxy.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.token.KeyAnswer.Known;
import dev.gatehouse.proxy.token.KeyAnswer.Unavailable;
import dev.gatehouse.proxy.token.KeyRing.World;
import dev.gatehouse.proxy.token.TokenProperties.KeyProperties;
import dev.gatehouse.testing.TestTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class KeyRingTest {

    private static final KeyProperties LIMITS = new KeyProperties(
            Duration.ofSeconds(5),
            DataSize.ofKilobytes(256),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofHours(1));

    private final TestTime time = new TestTime();
    private List<String> published = List.of("old");
    private boolean away;
    private int fetches;
    private final KeyRing<String> ring =
            new KeyRing<>("studio", this::fetch, LIMITS, new World(time::nanoTime, Schedulers.immediate()));

    @Test
    void fetchesWhatIsNotHereAndKeepsIt() {
        assertThat(find("old")).isEqualTo(new Known<>(List.of("old")));
        assertThat(find("old")).isEqualTo(new Known<>(List.of("old")));

        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void saysThatThereIsNoSuchKeyOnlyAfterItHasLooked() {
        find("old");
        time.passes(LIMITS.refetchInterval());

        assertThat(find("stranger")).isEqualTo(new Known<>(List.of()));
        assertThat(fetches).isEqualTo(2);
        assertThat(find("stranger")).isEqualTo(new Unavailable<>(Duration.ofSeconds(10)));
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void findsANewKeyAsSoonAsATokenNamesIt() {
        find("old");
        published = List.of("old", "new");
        time.passes(LIMITS.refetchInterval());

        assertThat(find("new")).isEqualTo(new Known<>(List.of("new")));
    }

    @Test
    void isNotToBlameForAnIssuerThatIsAway() {
        away = true;

        assertThat(find("old")).isEqualTo(new Unavailable<>(Duration.ofSeconds(10)));
        time.passes(LIMITS.refetchInterval());
        assertThat(find("old")).isInstanceOf(Unavailable.class);
        away = false;
        time.passes(LIMITS.refetchInterval());
        assertThat(find("old")).isEqualTo(new Known<>(List.of("old")));
    }

    @Test
    void saysInAnOutageThatAnUnknownKeyCannotBeLookedFor() {
        find("old");
        away = true;
        time.passes(LIMITS.refetchInterval());

        assertThat(find("new")).isInstanceOf(Unavailable.class);
    }

    @Test
    void survivesAnOutageOfTenMinutesWithoutLosingALogin() {
        ring.refresh();
        away = true;
        var lost = 0;
        for (int second = 0; second < 600; second++) {
            time.passes(Duration.ofSeconds(1));
            ring.refresh();
            lost += find("old").equals(new Known<>(List.of("old"))) ? 0 : 1;
        }

        assertThat(lost).isZero();
        System.out.printf("F73 outage of 10 min: 600 logins, %d lost, %d fetches tried%n", lost, fetches);
    }

    @Test
    void trustsOldKeysNoLongerThanTheSettingSays() {
        find("old");
        away = true;
        time.passes(LIMITS.outageTolerance());
        assertThat(find("old")).isEqualTo(new Known<>(List.of("old")));

        time.passes(Duration.ofSeconds(1));

        assertThat(find("old")).isInstanceOf(Unavailable.class);
    }

    @Test
    void takesAWithdrawnKeyNoLongerThanUntilTheNextRefresh() {
        find("old");
        published = List.of("new");
        time.passes(LIMITS.refreshAfter().plusSeconds(1));
        ring.refresh();

        assertThat(find("old")).isInstanceOf(Unavailable.class);
        assertThat(find("new")).isEqualTo(new Known<>(List.of("new")));
    }

    @Test
    void fetchesOncePerIntervalHoweverManyTokensNameUnknownKeysAndRotatesMeanwhile() {
        ring.refresh();
        var lost = 0;
        for (int millis = 0; millis < 60_000; millis++) {
            time.passes(Duration.ofMillis(1));
            find("stranger-" + millis);
            if (millis == 30_000) {
                published = List.of("old", "new");
            }
            // The issuer signs with the new key once it has been public for an interval.
            var signedWith = millis < 40_000 ? "old" : "new";
            lost += find(signedWith).equals(new Known<>(List.of(signedWith))) ? 0 : 1;
        }

        assertThat(lost).isZero();
        assertThat(fetches).isLessThanOrEqualTo(7);
        System.out.printf(
                "F73 flood of 1,000 unknown keys/s for 60 s, rotation at 30 s: %d fetches, 60000 logins, %d lost%n",
                fetches, lost);
    }

    @Test
    void letsAllWaitForTheSameFetch() {
        var later = new ArrayDeque<Runnable>();
        var waiting = new KeyRing<>(
                "studio", this::fetch, LIMITS, new World(time::nanoTime, Schedulers.fromExecutor(later::add)));
        var answers = new ArrayList<KeyAnswer<String>>();
        Flux.range(0, 100).flatMap(_ -> waiting.find("old"::equals)).subscribe(answers::add);
        assertThat(answers).isEmpty();

        later.remove().run();

        assertThat(answers).hasSize(100).containsOnly(new Known<>(List.of("old")));
        assertThat(fetches).isEqualTo(1);
    }

    @Test
    void waitsForNoFetchWhileItHasTheKey() {
        var later = new ArrayDeque<Runnable>();
        var waiting = new KeyRing<>(
                "studio", this::fetch, LIMITS, new World(time::nanoTime, Schedulers.fromExecutor(later::add)));
        waiting.refresh();
        later.remove().run();
        time.passes(LIMITS.refreshAfter().plusSeconds(1));
        waiting.refresh();

        assertThat(waiting.find("old"::equals).block(Duration.ZERO)).isEqualTo(new Known<>(List.of("old")));
    }

    @Test
    void countsWorkersThatAreBusyAsAFailedFetch() {
        var busy = Schedulers.fromExecutor(_ -> {
            throw new RejectedExecutionException("full");
        });
        var waiting = new KeyRing<>("studio", this::fetch, LIMITS, new World(time::nanoTime, busy));

        assertThat(waiting.find("old"::equals).block()).isInstanceOf(Unavailable.class);
    }

    private KeyAnswer<String> find(String key) {
        return Objects.requireNonNull(ring.find(key::equals).block());
    }

    private List<String> fetch() throws IOException {
        fetches++;
        if (away) {
            throw new IOException("away");
        }
        return published;
    }
}
