package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static dev.gatehouse.model.error.ConnectionError.TOKEN_EXPIRED_IN_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.RecordingLine;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens here are good for a minute, and the grace is another one.
class LoginTest {

    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final PlayersBench bench = new PlayersBench();

    @Test
    void endsASessionWhoseTokenHasExpiredForTooLong() {
        var alice = bench.attachFor(LIFETIME, "alice", "s-1");

        stays(alice, Duration.ofSeconds(119));
        assertThat(alice.line.closedWith()).isNull();

        stays(alice, Duration.ofSeconds(2));
        assertThat(alice.line.closedWith()).isEqualTo(TOKEN_EXPIRED_IN_SESSION);
    }

    @Test
    void leavesASessionAloneWhoseTokenNeverExpires() {
        var alice = bench.attach("alice", "s-1");

        stays(alice, Duration.ofHours(1));

        assertThat(alice.line.closedWith()).isNull();
    }

    @Test
    void goesOnOverTheSameSocketWithAnotherToken() {
        var alice = bench.attachFor(LIFETIME, "alice", "s-1");
        stays(alice, Duration.ofSeconds(100));

        alice.says(1, new Login("another"));
        assertThat(alice.line.messages()).noneMatch(LoginResult.class::isInstance);
        verifies(alice.line, new TokenVerified(TokenVerdict.GOOD, bench.expiry(Duration.ofMinutes(5))));

        assertThat(alice.line.messages()).contains(new LoginResult(true, null));
        stays(alice, Duration.ofSeconds(350));
        assertThat(alice.line.closedWith()).isNull();
        stays(alice, Duration.ofSeconds(20));
        assertThat(alice.line.closedWith()).isEqualTo(TOKEN_EXPIRED_IN_SESSION);
    }

    @ParameterizedTest
    @CsvSource({"INVALID, invalid_token", "NOT_ALLOWED, not_allowed", "UNAVAILABLE, unavailable"})
    void saysWhyATokenWillNotDoAndKeepsTheOldOne(TokenVerdict verdict, String code) {
        var alice = bench.attachFor(LIFETIME, "alice", "s-1");

        alice.says(1, new Login("wrong"));
        verifies(alice.line, TokenVerified.without(verdict));

        assertThat(errorOf(alice.line)).isEqualTo(code);
        assertThat(alice.line.closedWith()).isNull();
        stays(alice, Duration.ofSeconds(121));
        assertThat(alice.line.closedWith()).isEqualTo(TOKEN_EXPIRED_IN_SESSION);
    }

    @Test
    void answersALoginThatNobodyLooksAt() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, new Login("another"));

        stays(alice, Duration.ofSeconds(14));
        assertThat(alice.line.messages()).noneMatch(LoginResult.class::isInstance);
        stays(alice, Duration.ofSeconds(1));
        assertThat(errorOf(alice.line)).isEqualTo("unavailable");

        // Too late: the client has its answer.
        verifies(alice.line, new TokenVerified(TokenVerdict.GOOD, null));
        assertThat(alice.line.messages())
                .filteredOn(LoginResult.class::isInstance)
                .hasSize(1);
    }

    @Test
    void looksAtOneLoginAtATime() {
        var alice = bench.attach("alice", "s-1");

        alice.says(1, new Login("first"));
        alice.says(2, new Login("second"));
        assertThat(errorOf(alice.line)).isEqualTo("too_many");

        verifies(alice.line, new TokenVerified(TokenVerdict.GOOD, null));
        assertThat(alice.line.messages()).contains(new LoginResult(true, null));
        alice.says(3, new Login("third"));
        verifies(alice.line, TokenVerified.without(TokenVerdict.INVALID));
        assertThat(errorOf(alice.line)).isEqualTo("invalid_token");
    }

    @Test
    void asksTheGameAtTheStartAndAtEveryLogin() {
        var valid = new AtomicBoolean();
        var strict = new PlayersBench(Purse.GAME.withValidator(_ -> valid.get()));
        assertThat(strict.attach("alice", "s-1").answer())
                .isInstanceOfSatisfying(
                        AttachAnswer.Refused.class,
                        refused -> assertThat(refused.error()).isEqualTo(REFUSED_BY_GAME_SERVER));

        valid.set(true);
        var alice = strict.attach("alice", "s-2");
        alice.says(1, new Login("good"));
        valid.set(false);
        alice.line.verifies(new TokenVerified(TokenVerdict.GOOD, null));
        strict.turns();

        assertThat(errorOf(alice.line)).isEqualTo("refused");
        assertThat(alice.line.closedWith()).isEqualTo(REFUSED_BY_GAME_SERVER);
    }

    @Test
    void countsAnExpiredTokenAgainstNobodyWhoHasToShowAnotherOneAnyway() {
        var alice = bench.attachFor(LIFETIME, "alice", "s-1");
        stays(alice, Duration.ofSeconds(100));
        alice.leaves();
        bench.passes(Duration.ofSeconds(30));

        var back = bench.resume("alice", alice, 0);

        assertThat(back.resumed().sessionId()).isEqualTo(alice.started().sessionId());
        stays(back, Duration.ofMinutes(5));
        assertThat(back.line.closedWith()).isNull();
    }

    private void verifies(RecordingLine line, TokenVerified verified) {
        line.verifies(verified);
        bench.turns();
    }

    /// Time passes, and the client is heard of.
    private void stays(PlayersBench.Client client, Duration duration) {
        for (long seconds = 0; seconds < duration.toSeconds(); seconds++) {
            bench.passes(Duration.ofSeconds(1));
            client.says(null, new Ping(seconds));
        }
    }

    private static String errorOf(RecordingLine line) {
        var results = line.messages().stream()
                .filter(LoginResult.class::isInstance)
                .map(LoginResult.class::cast)
                .toList();
        return Objects.requireNonNull(results.getLast().error()).code();
    }
}
