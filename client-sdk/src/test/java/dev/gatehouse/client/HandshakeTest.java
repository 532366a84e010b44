package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.error.Advice;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.SessionReady;
import dev.gatehouse.model.protocol.ClientMessage.SessionStartFailed;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.ProtocolRange;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HandshakeTest {

    @Test
    void saysHelloWithoutWaitingForTheServers() {
        var scene = new Scene();

        scene.line().open();

        assertThat(scene.line().all(Hello.class))
                .containsExactly(new Hello(
                        1, Mine.GAME.id(), "token", "device", new ClientVersion("0", 3, 0, "java", null), null));
        assertThat(scene.session.state()).isEqualTo(SessionState.RECOVERING);
        assertThatIllegalStateException().isThrownBy(scene.session::player);
    }

    @ParameterizedTest
    @EnumSource
    void startsASessionInEitherEncoding(Encoding encoding) {
        var scene = new Scene(encoding, Timing.USUAL).play();

        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(scene.session.playerId()).isEqualTo(new PlayerId("alice"));
        assertThat(scene.session.player()).isEqualTo(Mine.NEW);
        assertThat(scene.line().all(SessionReady.class)).hasSize(1);
        assertThat(scene.session.started()).isCompletedWithValue(scene.session);
        assertThat(scene.log).containsExactly("started s1");
    }

    @Test
    void tellsTheListenerOfStartAndEndBeforeWhoeverWaitsForThem() {
        var scene = new Scene();
        var start = scene.session.started().thenRun(() -> scene.log.add("start"));
        var end = scene.session.ended().thenRun(() -> scene.log.add("end"));

        scene.play();
        scene.session.close();

        assertThat(start).isCompleted();
        assertThat(end).isCompleted();
        assertThat(scene.log).containsExactly("started s1", "start", "ended 8201", "end");
    }

    @Test
    void refusesAServerThatIsNotOneOfOurs() {
        var scene = new Scene();
        scene.line().open();

        scene.line().say(null, null, hello("matrix", new ProtocolRange(1, 1)));

        assertThat(scene.log).containsExactly("ended 2200");
    }

    @Test
    void refusesAServerOfAnotherProtocol() {
        assertThat(answerTo(hello("gatehouse", new ProtocolRange(2, 3)))).isEqualTo("ended 2100");
        assertThat(answerTo(hello("gatehouse", new ProtocolRange(0, 0)))).isEqualTo("ended 2101");
    }

    @Test
    void startsNothingOnAModelThatIsNotTheServers() {
        var scene = new Scene();
        var model = Mine.GAME.model().encodeModel(Encoding.PROTO, Mine.NEW, Audience.CLIENT);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());

        scene.line()
                .say(null, null, Scene.started("s1", new PlayerStart(true, model, 0, 10, 3, "0123456789abcdef", 0)));

        assertThat(scene.line().all(SessionStartFailed.class)).hasSize(1);
        assertThat(scene.log).containsExactly("ended 2801");
    }

    @Test
    void startsNothingInAnotherLogicVersion() {
        var scene = new Scene();
        var model = Mine.GAME.model().encodeModel(Encoding.PROTO, Mine.NEW, Audience.CLIENT);
        scene.line().open();
        scene.line().say(null, null, Scene.hello());

        scene.line()
                .say(null, null, Scene.started("s1", new PlayerStart(true, model, 0, 10, 4, "0123456789abcdef", 0)));

        assertThat(scene.line().all(SessionStartFailed.class)).hasSize(1);
    }

    @Test
    void tellsWhyItWasRefused() {
        var scene = new Scene();
        scene.line().open();

        scene.line().say(null, null, ConnectionError.LOGIN_REJECTED.terminate());

        assertThat(scene.line().isClosed).isTrue();
        assertThat(scene.session.ended())
                .isCompletedWithValueMatching(why ->
                        why.code() == 3300 && why.name().equals("login_rejected") && why.advice() == Advice.LOGIN);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(scene.session.started()::get)
                .withCauseInstanceOf(ConnectionLostException.class)
                .withMessageContaining("3300 login_rejected");
    }

    @Test
    void retriesAServerThatDoesNotAnswer() {
        var scene = new Scene();

        scene.line().lose(new SocketLoss.Broken("refused"));
        scene.passes(2);

        assertThat(scene.network.lines).hasSize(2);
        assertThat(scene.log).containsExactly("recovering 1002 in PT2S");
    }

    @Test
    void givesUpAHandshakeThatTakesTooLong() {
        var scene = new Scene();
        scene.line().open();
        scene.line().say(null, null, Scene.hello());

        scene.passes(20);

        assertThat(scene.line().isDropped).isTrue();
        assertThat(scene.log).containsExactly("recovering 1121 in PT2S");
    }

    @Test
    void readsNoNonsense() {
        var scene = new Scene();
        scene.line().open();

        scene.line().sayGarbage();

        assertThat(scene.line().isClosed || scene.line().isDropped).isTrue();
        assertThat(scene.log.getFirst()).contains(" 2602");
    }

    private static String answerTo(ServerHello hello) {
        var scene = new Scene();
        scene.line().open();
        scene.line().say(null, null, hello);
        return scene.log.getLast();
    }

    private static ServerHello hello(String magic, ProtocolRange protocol) {
        var usual = Scene.hello();
        return new ServerHello(magic, usual.projectId(), protocol, 0, 20_000, usual.maintenance());
    }
}
