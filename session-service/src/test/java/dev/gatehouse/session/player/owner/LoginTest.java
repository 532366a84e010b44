package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static dev.gatehouse.model.error.ConnectionError.TOKEN_EXPIRED_IN_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.Event;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
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

        alice.says(1, new Login("another", null));
        assertThat(alice.line.messages()).noneMatch(LoginResult.class::isInstance);
        verifies(alice.line, new TokenVerified(TokenVerdict.GOOD, bench.expiry(Duration.ofMinutes(5))));

        assertThat(alice.line.messages()).contains(new LoginResult(true, null, null));
        stays(alice, Duration.ofSeconds(350));
        assertThat(alice.line.closedWith()).isNull();
        stays(alice, Duration.ofSeconds(20));
        assertThat(alice.line.closedWith()).isEqualTo(TOKEN_EXPIRED_IN_SESSION);
    }

    @ParameterizedTest
    @CsvSource({"INVALID, invalid_token", "NOT_ALLOWED, not_allowed", "UNAVAILABLE, unavailable"})
    void saysWhyATokenWillNotDoAndKeepsTheOldOne(TokenVerdict verdict, String code) {
        var alice = bench.attachFor(LIFETIME, "alice", "s-1");

        alice.says(1, new Login("wrong", null));
        verifies(alice.line, TokenVerified.without(verdict));

        assertThat(errorOf(alice.line)).isEqualTo(code);
        assertThat(alice.line.closedWith()).isNull();
        stays(alice, Duration.ofSeconds(121));
        assertThat(alice.line.closedWith()).isEqualTo(TOKEN_EXPIRED_IN_SESSION);
    }

    @Test
    void answersALoginThatNobodyLooksAt() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, new Login("another", null));

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

        alice.says(1, new Login("first", 11L));
        alice.says(2, new Login("second", 12L));
        assertThat(alice.line.last().message())
                .isEqualTo(new LoginResult(false, CallError.of(CallErrorCode.TOO_MANY), 12L));

        verifies(alice.line, new TokenVerified(TokenVerdict.GOOD, null));
        assertThat(alice.line.messages()).contains(new LoginResult(true, null, 11L));
        alice.says(3, new Login("third", null));
        verifies(alice.line, TokenVerified.without(TokenVerdict.INVALID));
        assertThat(errorOf(alice.line)).isEqualTo("invalid_token");
    }

    @Test
    void answersALoginWhoseSocketIsLostBeforeItsTurn() {
        var alice = bench.attach("alice", "s-1");
        bench.topics.holds();
        alice.says(1, new Event("note", EventScope.everybody(), JsonText.EMPTY_OBJECT));
        alice.says(2, new Flush(List.of(PlayersBench.call(100, "{\"amount\":1}")), null));
        alice.says(3, new Login("another", 1L));
        alice.leaves();
        bench.topics.answers();
        settle(bench);

        var back = bench.resume("alice", alice, 0);

        assertThat(errorOf(back.line)).isEqualTo("unavailable");
    }

    @Test
    void answersALoginBeforeItsSessionMoves() {
        var next = bench.another("session-2");
        var alice = bench.attach("alice", "s-1");
        alice.says(1, new Login("another", 1L));
        var _ = bench.players.departAll();
        bench.turns();
        bench.players.held(PlayersBench.player("alice"), new SessionId("s-1"));
        bench.turns();

        assertThat(errorOf(alice.line)).isEqualTo("session_moved");
        verifies(alice.line, new TokenVerified(TokenVerdict.GOOD, null));
        assertThat(alice.line.numbers()).containsExactly(1L);

        var moved = next.carryOn(null, "alice", "s-1");
        moved.says(2, new Login("another", 2L));
        moved.line.verifies(new TokenVerified(TokenVerdict.GOOD, null));
        next.turns();
        assertThat(moved.line.messages()).containsExactly(new LoginResult(true, null, 2L));
        assertThat(moved.line.numbers()).containsExactly(2L);
    }

    @Test
    void forgetsALoginWhoseSessionStartsAnew() {
        var alice = bench.attach("alice", "s-1");
        alice.says(1, new Login("another", 1L));

        var after = bench.carryOn(null, "alice", "s-1");
        verifies(alice.line, new TokenVerified(TokenVerdict.GOOD, null));
        assertThat(after.line.messages()).noneMatch(LoginResult.class::isInstance);

        after.says(2, new Login("another", 2L));
        verifies(after.line, new TokenVerified(TokenVerdict.GOOD, null));
        assertThat(after.line.messages()).contains(new LoginResult(true, null, 2L));
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
        alice.says(1, new Login("good", null));
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

    private static void settle(PlayersBench node) {
        node.turns();
        node.time.passes(Duration.ZERO);
        node.turns();
    }

    /// Time passes, and the client is heard of.
    private void stays(BenchClient client, Duration duration) {
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
