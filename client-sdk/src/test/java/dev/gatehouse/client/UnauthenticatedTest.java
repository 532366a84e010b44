package dev.gatehouse.client;

import static dev.gatehouse.client.CallsTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.client.device.Probe;
import dev.gatehouse.client.live.DocumentListener;
import dev.gatehouse.client.live.GroupListener;
import dev.gatehouse.model.error.Advice;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.CallError;
import dev.gatehouse.model.protocol.CallErrorCode;
import dev.gatehouse.model.protocol.ClientMessage.GroupJoin;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Login;
import dev.gatehouse.model.protocol.ClientMessage.SessionReady;
import dev.gatehouse.model.protocol.ClientMessage.Subscribe;
import dev.gatehouse.model.protocol.ServerMessage.GroupResult;
import dev.gatehouse.model.protocol.ServerMessage.Limits;
import dev.gatehouse.model.protocol.ServerMessage.LoginResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A client that has no token yet, and one that logs in.
class UnauthenticatedTest {

    private static final LoginResult TAKEN = new LoginResult(true, null, null);

    private final Scene scene = start(Credentials.unauthenticated("device"));

    @Test
    void hasASessionWithoutAPlayer() {
        assertThat(scene.line().last(Hello.class).token()).isNull();
        assertThat(scene.line().last(Hello.class).deviceToken()).isEqualTo("device");
        assertThat(scene.session.started()).isCompleted();
        assertThat(scene.session.isAuthenticated()).isFalse();
        assertThatThrownBy(scene.session::player).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(scene.session::flush).isInstanceOf(IllegalStateException.class);
        scene.beats();
        scene.passes(6);
        assertThat(scene.log).containsExactly("started n1");
    }

    @Test
    @DisplayName("1.4 (13) a login becomes the player's session on the same socket")
    void becomesAPlayerOnTheSameSocket() {
        scene.session.subscribe("news/today", new DocumentListener() {});
        var _ = scene.session.join("square", null, new GroupListener() {});
        scene.line().say(1L, 2L, new GroupResult(1, true, null));
        var call = scene.session.call("Door.waits", JsonText.EMPTY_OBJECT, Duration.ofSeconds(60));
        var login = scene.session.login("good");
        assertThat(scene.line().numbers()).containsExactly(1L, 2L, 3L, 4L);

        scene.line().say(2L, 4L, TAKEN);
        assertThat(login).isNotDone();
        scene.line().say(null, null, scene.started("s1", Mine.NEW));

        assertThat(login).isCompleted();
        assertThat(failure(call).code()).hasValue(CallErrorCode.SESSION_MOVED);
        assertThat(scene.session.isAuthenticated()).isTrue();
        assertThat(scene.session.playerId()).isEqualTo(new PlayerId("alice"));
        assertThat(scene.session.player()).isEqualTo(Mine.NEW);
        assertThat(scene.log).containsExactly("started n1", "started s1");
        assertThat(scene.network.lines).hasSize(1);
        assertThat(scene.line().all(SessionReady.class)).hasSize(2);
        assertThat(scene.line().numbers()).containsExactly(1L, 2L, 3L, 4L, 1L, 2L);
        assertThat(scene.line().last(GroupJoin.class).group()).isEqualTo("square");
        assertThat(scene.line().last(Subscribe.class).document()).isEqualTo("news/today");
    }

    @Test
    @DisplayName("1.4 (13) from a login on, attempts to connect show its token")
    void showsItsTokenFromThenOn() {
        var _ = scene.session.login("good");
        scene.line().say(1L, 1L, TAKEN);
        scene.line().say(null, null, scene.started("s1", Mine.NEW));

        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        assertThat(scene.line().last(Hello.class).token()).isEqualTo("good");
    }

    @Test
    @DisplayName("1.4 (13) a stale token fails the login and nothing else")
    void staysUsableAfterAStaleToken() {
        var stale = scene.session.login("stale");
        scene.line().say(1L, 1L, new LoginResult(false, CallError.of(CallErrorCode.INVALID_TOKEN), null));
        assertThat(failure(stale).code()).hasValue(CallErrorCode.INVALID_TOKEN);

        var good = scene.session.login("good");
        scene.line().say(2L, 2L, TAKEN);
        scene.line().say(null, null, scene.started("s1", Mine.NEW));

        assertThat(good).isCompleted();
        assertThat(scene.line().all(Login.class)).containsExactly(new Login("stale", 1L), new Login("good", 2L));
    }

    @Test
    @DisplayName("1.4 (13) a stale token at the start is a typed end, after which the same device logs in")
    void logsInOnTheSameDeviceAfterAStaleToken() {
        var stale = new Scene(ClientSettings.of(Scene.SERVER, new Credentials("stale", "device")), Probe.NONE);
        stale.greeted();
        stale.line().say(null, null, ConnectionError.CREDENTIALS_EXPIRED_ERROR.terminate());
        assertThat(stale.losses.getLast().advice()).isEqualTo(Advice.LOGIN);

        var settings = ClientSettings.of(Scene.SERVER, Credentials.unauthenticated("device"));
        var session = stale.client.connect(settings, Mine.GAME, stale);
        stale.greeted();
        stale.line().say(null, null, nobody());
        var login = session.login("good");
        stale.line().say(1L, 1L, TAKEN);
        stale.line().say(null, null, stale.started("s1", Mine.NEW));

        assertThat(login).isCompleted();
        assertThat(session.isAuthenticated()).isTrue();
    }

    @Test
    @DisplayName("1.4 (13) a player whom the server refuses after the login hears why")
    void failsALoginWhosePlayerIsRefused() {
        var login = scene.session.login("good");
        scene.line().say(1L, 1L, TAKEN);
        scene.line().say(null, null, ConnectionError.REFUSED_BY_GAME_SERVER.terminate());

        assertThat(login).isCompletedExceptionally();
        assertThatThrownBy(login::join).hasCauseInstanceOf(ConnectionLostException.class);
        assertThat(scene.log).containsExactly("started n1", "ended 4011");
    }

    @Test
    void comesAnewWithItsTokenWhereTheSocketIsLostMeanwhile() {
        var login = scene.session.login("good");
        scene.line().say(1L, 1L, TAKEN);
        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        assertThat(scene.line().last(Hello.class).token()).isEqualTo("good");
        assertThat(scene.line().last(Hello.class).resume()).isNull();
        assertThat(login).isNotDone();
        scene.line().say(null, null, Scene.hello());
        scene.line().say(null, null, scene.started("s1", Mine.NEW));
        assertThat(login).isCompleted();
    }

    @Test
    void waitsForThePlayersSessionNoLongerThanForAnyOther() {
        var _ = scene.session.login("good");
        scene.line().say(1L, 1L, TAKEN);

        scene.passes(19);
        assertThat(scene.line().isUp()).isTrue();
        scene.passes(1);
        assertThat(scene.line().isUp()).isFalse();
    }

    @Test
    void resumesWithoutATokenWhateverItsProviderGives() {
        Deque<Credentials> given =
                new ArrayDeque<>(List.of(Credentials.unauthenticated("device"), new Credentials("provided", "device")));
        var other = start(() -> CompletableFuture.completedFuture(given.remove()));

        other.line().lose();
        other.passes(2);
        other.line().open();

        var hello = other.line().last(Hello.class);
        assertThat(hello.resume()).isNotNull();
        assertThat(hello.token()).isNull();
        other.line().say(null, null, Scene.hello());
        other.line().say(null, null, new SessionResumed(new SessionId("n1"), "resume-2", 1, 0));
        assertThat(other.log).containsExactly("started n1", "recovering 1000 in PT2S", "resumed n1");
    }

    @Test
    void doesNotTakeWhatIsForAPlayer() {
        scene.line().say(1L, 0L, new ModelPatch(1, new JsonText("[]")));

        assertThat(scene.line().isUp()).isFalse();
    }

    private static Scene start(CredentialsProvider credentials) {
        var scene = new Scene(ClientSettings.of(Scene.SERVER, credentials), Probe.NONE).greeted();
        scene.line().say(null, null, nobody());
        return scene;
    }

    private static SessionStarted nobody() {
        var id = new SessionId("n1");
        return new SessionStarted(
                id,
                "resume-1",
                1,
                PlayerId.unauthenticated(id),
                Mine.GAME.id(),
                0,
                25_000,
                60_000,
                new Limits(5 << 20, 1 << 20),
                null);
    }
}
