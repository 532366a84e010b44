package dev.gatehouse.session.player;

import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.link.ProxyMessage.TokenVerified;
import dev.gatehouse.model.link.TokenVerdict;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ClientMessage.Skip;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.servercode.Readiness;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.answer.DeliveryAnswer;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A session without a player, and the login that ends it.
class UnauthenticatedTest {

    private static final String NOBODY = "unauthenticated~n-1";

    private final PlayersBench bench = new PlayersBench();

    @Test
    @DisplayName("1.4 (13) nothing of a player is made or kept for an unauthenticated session")
    void keepsNothingOfAPlayer() {
        var nobody = bench.attach(NOBODY, "n-1");

        assertThat(nobody.started().player()).isNull();
        assertThat(bench.shown.all()).containsKey("n-1");
        nobody.leavesForGood();
        bench.passes(Duration.ofMinutes(2));

        assertThat(bench.registry.snapshot(PlayersBench.player(NOBODY))).isNull();
        assertThat(bench.registry.entries(PlayersBench.player(NOBODY))).isZero();
        assertThat(bench.registry.holdsLease(PlayersBench.player(NOBODY))).isFalse();
        assertThat(bench.shown.all()).isEmpty();
    }

    @Test
    @DisplayName("1.4 (13) the game is asked about players only")
    void isNotWhatTheGameIsAskedAbout() {
        var strict = new PlayersBench(Purse.GAME.withValidator(_ -> false).with(_ -> Readiness.refused("No.")));

        assertThat(strict.attach(NOBODY, "n-1").answer()).isInstanceOf(AttachAnswer.Attached.class);
        assertThat(strict.attach("alice", "a-1").answer()).isInstanceOf(AttachAnswer.Refused.class);
    }

    @Test
    @DisplayName("1.4 (13) there is no timeline before a login")
    void hasNoTimeline() {
        var nobody = bench.attach(NOBODY, "n-1");

        assertThat(bench.order(NOBODY, ActionMode.SYNCHRONIZED, 101, "{\"amount\":1}"))
                .isInstanceOf(ActionAnswer.UnknownGame.class);
        assertThat(bench.deliver(NOBODY, PlayersBench.news())).isEqualTo(new DeliveryAnswer.Delivered(false));
        nobody.says(1, new Skip());
        assertThat(nobody.line.closedWith()).isNull();
        nobody.says(2, new Flush(List.of(), null));
        assertThat(nobody.line.closedWith()).isEqualTo(MESSAGE_MALFORMED);
    }

    @Test
    void isResumedAsAnyOther() {
        var nobody = bench.attach(NOBODY, "n-1");
        nobody.leaves();
        bench.passes(Duration.ofSeconds(30));

        var back = bench.resume(NOBODY, nobody, 0);

        assertThat(back.resumed().sessionId()).isEqualTo(nobody.started().sessionId());
    }

    @Test
    void goesOnAtAnotherNode() {
        bench.attach(NOBODY, "n-1");
        var other = bench.another("session-2");
        bench.players.departAll();
        bench.turns();
        bench.players.hurry();
        bench.turns();

        var moved = other.carryOn(null, NOBODY, "n-1");

        assertThat(moved.answer()).isInstanceOf(AttachAnswer.Attached.class);
        assertThat(other.shown.all()).containsKey("n-1");
    }

    @Test
    @DisplayName("1.4 (13) a stale token changes nothing, and a good one ends the session for the player's")
    void logsInAfterAStaleToken() {
        var nobody = bench.attach(NOBODY, "n-1");

        nobody.says(1, new Login("stale", null));
        verifies(nobody.line, TokenVerified.without(TokenVerdict.INVALID));
        assertThat(nobody.line.last().message())
                .isEqualTo(new LoginResult(false, CallError.of(CallErrorCode.INVALID_TOKEN), null));
        assertThat(nobody.line.isOpen()).isTrue();

        nobody.says(2, new Login("good", null));
        verifies(nobody.line, new TokenVerified(TokenVerdict.GOOD, null));

        assertThat(nobody.line.loggedInWith()).isEqualTo("good");
        assertThat(nobody.line.last().message()).isEqualTo(new LoginResult(true, null, null));
        assertThat(nobody.line.numbers()).containsExactly(1L, 2L);
        assertThat(bench.shown.all()).isEmpty();
    }

    @Test
    void saysEverythingBeforeTheLastWordHoweverFullTheSocketIs() {
        var nobody = bench.attach(NOBODY, "n-1");
        bench.players.writable(PlayersBench.player(NOBODY), nobody.started().sessionId(), nobody.line, false);
        nobody.says(1, new Login("good", null));
        nobody.says(2, new Login("another", null));
        assertThat(nobody.line.numbers()).isEmpty();

        verifies(nobody.line, new TokenVerified(TokenVerdict.GOOD, null));

        assertThat(nobody.line.messages())
                .containsExactly(
                        new LoginResult(false, CallError.of(CallErrorCode.TOO_MANY), null),
                        new LoginResult(true, null, null));
    }

    @Test
    void doesNotGiveAnotherSocketAwayThanTheOneOfTheLogin() {
        var nobody = bench.attach(NOBODY, "n-1");
        nobody.says(1, new Login("good", null));
        var back = bench.resume(NOBODY, nobody, 0);

        verifies(nobody.line, new TokenVerified(TokenVerdict.GOOD, null));

        assertThat(back.line.loggedInWith()).isNull();
        assertThat(back.line.last().message())
                .isEqualTo(new LoginResult(false, CallError.of(CallErrorCode.UNAVAILABLE), null));
        assertThat(back.line.isOpen()).isTrue();
    }

    @Test
    @DisplayName("1.4 (13) the player's session drops what was said to the one before")
    void dropsWhatWasSaidToTheSessionBefore() {
        var alice = bench.attachAfterLogin("alice", "a-1");
        var ping = (Ping) alice.line.last().message();

        alice.says(7, new Flush(List.of(), null));
        alice.acknowledges(12);
        assertThat(alice.line.closedWith()).isNull();

        alice.says(null, new ClientMessage.Pong(ping.id()));
        alice.says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":2}")), null));
        assertThat(bench.goldOf("alice")).isEqualTo(2);
        assertThat(alice.line.messages()).hasOnlyElementsOfTypes(Ping.class, ServerMessage.FlushResult.class);

        alice.acknowledges(12);
        assertThat(alice.line.closedWith()).isEqualTo(MESSAGE_MALFORMED);
    }

    private void verifies(RecordingLine line, TokenVerified verified) {
        line.verifies(verified);
        bench.turns();
    }
}
