package dev.gatehouse.proxy.token;

import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class CachedTokensTest {

    private final TestTime time = new TestTime();
    private final List<String> checked = new ArrayList<>();
    private final Tokens tokens = new CachedTokens(this::check, time, 2);

    @Test
    void checksATokenOnce() {
        tokens.identify("alice").block();
        tokens.identify("alice").block();

        assertThat(checked).containsExactly("alice");
    }

    @Test
    void checksAgainOnceItHasExpired() {
        tokens.identify("alice").block();
        time.passes(Duration.ofMinutes(5));
        tokens.identify("alice").block();

        assertThat(checked).containsExactly("alice", "alice");
    }

    @Test
    void remembersNoRefusals() {
        tokens.identify("bad").block();
        tokens.identify("bad").block();

        assertThat(checked).containsExactly("bad", "bad");
    }

    @Test
    void forgetsWhatWasNotShownForLongest() {
        tokens.identify("alice").block();
        tokens.identify("bob").block();
        tokens.identify("alice").block();
        tokens.identify("carol").block();
        tokens.identify("alice").block();
        tokens.identify("bob").block();

        assertThat(checked).containsExactly("alice", "bob", "carol", "bob");
    }

    @Test
    void checksATokenOnceHoweverManyShowItAtTheSameTime() {
        var answer = Sinks.<Verdict<Identity>>one();
        var checks = new AtomicInteger();
        var slow = new CachedTokens(_ -> answer.asMono().doOnSubscribe(_ -> checks.incrementAndGet()), time, 2);
        var answers = new ArrayList<Verdict<Identity>>();
        var first = slow.identify("alice").subscribe();
        for (int i = 0; i < 1000; i++) {
            slow.identify("alice").subscribe(answers::add);
        }
        first.dispose();

        answer.tryEmitValue(good("alice"));

        assertThat(answers).hasSize(1000).containsOnly(good("alice"));
        assertThat(slow.identify("alice").block()).isEqualTo(good("alice"));
        assertThat(checks).hasValue(1);
    }

    private Verdict<Identity> good(String player) {
        return Verdict.passed(
                new Identity(new PlayerId(player), null, time.instant().plus(Duration.ofMinutes(5))));
    }

    private Mono<Verdict<Identity>> check(String token) {
        checked.add(token);
        return Mono.just(token.equals("bad") ? Verdict.refused(Refusal.of(LOGIN_REJECTED)) : good(token));
    }
}
