package dev.gatehouse.client;

import static dev.gatehouse.model.error.ConnectionError.*;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.device.DeviceStorage;
import dev.gatehouse.client.device.Probe;
import dev.gatehouse.client.device.Reachability;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketLoss.TlsFailure;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.error.DetectedBy;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.ProtocolRange;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code that a client may notice: what provokes it, or why nothing can.
class CodesTest {

    private static final ClientSettings SETTINGS = ClientSettings.of(Scene.SERVER, new Credentials("token", "device"));
    private static final Probe UNANSWERED = CompletableFuture::new;

    private static final Map<ConnectionError, Supplier<Scene>> PROVOKED = Map.ofEntries(
            entry(CLOSED_SESSION_INIT_DONE, () -> after(Scene.playing(), CodesTest::lose)),
            entry(CLOSED_HANDSHAKE_DONE, () -> after(new Scene().greeted(), CodesTest::lose)),
            entry(CLOSED_HANDSHAKE_NOT_DONE, () -> after(new Scene(), CodesTest::lose)),
            entry(CLOSED_PROBE_FAILED, () -> after(probing(Reachability.NO_INTERNET), CodesTest::lose)),
            entry(CLOSED_PROBE_MISSING, () -> after(new Scene(SETTINGS, UNANSWERED), CodesTest::lose)),
            entry(
                    TIMEOUT_CONNECT_SESSION_INIT_DONE,
                    () -> after(Scene.playing(), scene -> {
                        lose(scene);
                        scene.passes(2);
                        scene.line().lose(new SocketLoss.TimedOut());
                    })),
            entry(
                    TIMEOUT_CONNECT_HANDSHAKE_DONE,
                    () -> after(new Scene(), scene -> {
                        scene.passes(9);
                        scene.line().open();
                        scene.passes(6);
                        scene.line().say(null, null, Scene.hello());
                        scene.passes(15);
                    })),
            entry(TIMEOUT_CONNECT_HANDSHAKE_NOT_DONE, () -> lost(new Scene(), new SocketLoss.TimedOut())),
            entry(
                    TIMEOUT_CONNECT_PROBE_FAILED,
                    () -> lost(probing(Reachability.NO_INTERNET), new SocketLoss.TimedOut())),
            entry(
                    TIMEOUT_CONNECT_PROBE_MISSING,
                    () -> lost(new Scene(SETTINGS, UNANSWERED), new SocketLoss.TimedOut())),
            entry(TIMEOUT_STREAM_SESSION_INIT_DONE, () -> after(Scene.playing(), scene -> scene.passes(51))),
            entry(TIMEOUT_STREAM_HANDSHAKE_DONE, () -> after(new Scene().greeted(), scene -> scene.passes(20))),
            entry(
                    TIMEOUT_STREAM_HANDSHAKE_NOT_DONE,
                    () -> after(new Scene(), scene -> {
                        scene.line().open();
                        scene.passes(20);
                    })),
            entry(
                    PROTOCOL_ERROR_UNEXPECTED_LOGIN_MESSAGE,
                    () -> after(new Scene().greeted(), scene -> scene.line().say(null, null, Scene.hello()))),
            entry(
                    PROTOCOL_ERROR_MISSING_SERVER_HELLO,
                    () -> after(new Scene(), scene -> {
                        scene.line().open();
                        scene.line().say(null, null, scene.started("s1", Mine.NEW));
                    })),
            entry(PROTOCOL_ERROR_SESSION_START_FAILED, () -> told(PROTOCOL_ERROR_SESSION_START_FAILED)),
            entry(
                    PROTOCOL_ERROR_SESSION_PROTOCOL_ERROR,
                    () -> after(Scene.playing(), scene -> scene.line().say(null, null, scene.started("s2", Mine.NEW)))),
            entry(
                    SESSION_LOST_IN_BACKGROUND,
                    () -> after(Scene.playing(), scene -> {
                        scene.slept.addAndGet(Duration.ofMinutes(3).toNanos());
                        scene.beats();
                    })),
            entry(
                    TRANSPORT_WATCHDOG_EXCEEDED_SESSION_INIT_DONE,
                    () -> lost(Scene.playing(), new SocketLoss.Hung("stuck"))),
            entry(
                    TRANSPORT_WATCHDOG_EXCEEDED_HANDSHAKE_DONE,
                    () -> lost(new Scene().greeted(), new SocketLoss.Hung("stuck"))),
            entry(TRANSPORT_WATCHDOG_EXCEEDED_HANDSHAKE_NOT_DONE, () -> after(new Scene(), scene -> scene.passes(15))),
            entry(
                    TRANSPORT_WATCHDOG_EXCEEDED_PROBE_FAILED,
                    () -> after(probing(Reachability.NO_INTERNET), scene -> scene.passes(15))),
            entry(
                    TRANSPORT_WATCHDOG_EXCEEDED_PROBE_MISSING,
                    () -> after(new Scene(SETTINGS, UNANSWERED), scene -> scene.passes(15))),
            entry(
                    RESETUP_WATCHDOG_EXCEEDED,
                    () -> after(as(CompletableFuture::new), scene -> {
                        scene.greeted();
                        scene.passes(30);
                    })),
            entry(TLS_ERROR_UNKNOWN, () -> untrusted(TlsFailure.UNKNOWN)),
            entry(TLS_ERROR_NOT_AUTHENTICATED, () -> untrusted(TlsFailure.NOT_AUTHENTICATED)),
            entry(TLS_ERROR_FAILURE_WHILE_AUTHENTICATING, () -> untrusted(TlsFailure.WHILE_AUTHENTICATING)),
            entry(TLS_ERROR_NOT_ENCRYPTED, () -> untrusted(TlsFailure.NOT_ENCRYPTED)),
            entry(TLS_ERROR_UNHANDLED, () -> untrusted(TlsFailure.OTHER)),
            entry(INVALID_GAME_MAGIC, () -> greetedBy("matrix", "test")),
            entry(PROJECT_ID_MISMATCH, () -> greetedBy("gatehouse", "another")),
            entry(COMMIT_ID_MISMATCH, () -> told(COMMIT_ID_MISMATCH)),
            entry(
                    WIRE_FORMAT_ERROR_SESSION_INIT_DONE,
                    () -> after(Scene.playing(), scene -> scene.line().sayGarbage())),
            entry(
                    WIRE_FORMAT_ERROR_HANDSHAKE_DONE,
                    () -> after(new Scene().greeted(), scene -> scene.line().sayGarbage())),
            entry(
                    WIRE_FORMAT_ERROR_HANDSHAKE_NOT_DONE,
                    () -> after(new Scene(), scene -> {
                        scene.line().open();
                        scene.line().sayGarbage();
                    })),
            entry(NO_NETWORK_CONNECTIVITY, () -> after(probing(Reachability.NO_NETWORK), CodesTest::lose)),
            entry(
                    DEVICE_STORAGE_WRITE_ERROR,
                    () -> as(CredentialsProvider.on(
                            new FullDisk(), () -> CompletableFuture.completedFuture("token"), new Random(1)))),
            entry(
                    CLIENT_SIDE_CONNECTION_ERROR,
                    () -> after(new Scene().greeted(), scene -> {
                        var start = scene.started("s1", Mine.NEW).player();
                        assertThat(start).isNotNull();
                        if (start != null) {
                            var other = new PlayerStart(true, start.model(), 0, 10, 3, "0123456789abcdef", 0);
                            scene.line().say(null, null, Scene.started("s1", other));
                        }
                    })),
            entry(MESSAGE_TOO_LARGE, () -> lost(Scene.playing(), new SocketLoss.TooLarge(16))),
            entry(CLIENT_TERMINATED_CONNECTION, () -> after(Scene.playing(), scene -> scene.session.terminate())),
            entry(CLIENT_CLOSED_CONNECTION, () -> after(Scene.playing(), scene -> scene.session.close())),
            entry(UNKNOWN, () -> lost(Scene.playing(), new SocketLoss.Unexplained())),
            entry(
                    UNHANDLED,
                    () -> after(new Scene(), scene -> {
                        scene.line().bug = new AssertionError("a bug of the transport's");
                        scene.line().open();
                    })));

    private static final String CONFIG = "the game's files are fetched by config delivery, which is not in this SDK";
    private static final String PEERS = "connections between peers are not in this SDK yet";
    private static final String LISTED = "whatever can happen here of this kind has a code of its own";

    private static final Map<ConnectionError, String> IMPOSSIBLE = Map.ofEntries(
            entry(TIMEOUT_RESOURCE_FETCH, CONFIG),
            entry(TIMEOUT_RESOURCE_FETCH_PROBE_FAILED, CONFIG),
            entry(TIMEOUT_RESOURCE_FETCH_PROBE_MISSING, CONFIG),
            entry(RESOURCE_FETCH_FAILED, CONFIG),
            entry(RESOURCE_FETCH_FAILED_PROBE_FAILED, CONFIG),
            entry(RESOURCE_FETCH_FAILED_PROBE_MISSING, CONFIG),
            entry(RESOURCE_ACTIVATION_FAILED, CONFIG),
            entry(RESOURCE_LOAD_FAILED_UNHANDLED, CONFIG),
            entry(TIMEOUT_UNHANDLED, LISTED),
            entry(PROTOCOL_ERROR_UNHANDLED, LISTED),
            entry(CONNECTION_WATCHDOG_EXCEEDED_UNHANDLED, LISTED),
            entry(DIRECT_CONNECTION_LOST_ON_CLIENT, PEERS),
            entry(DIRECT_CONNECTION_LOST_ON_SERVER, PEERS),
            entry(PEER_CONNECT_TIMEOUT, PEERS),
            entry(PEER_REFUSED, PEERS),
            entry(PEER_SESSION_FULL, PEERS),
            entry(PEER_RELAY_LOST, PEERS),
            entry(SOCIAL_AUTHENTICATION_FORCE_RECONNECT, "a new login is made in the session, on the same socket"));

    @ParameterizedTest
    @MethodSource("provoked")
    void saysWhatWentWrong(ConnectionError error) {
        var scene = Objects.requireNonNull(PROVOKED.get(error)).get();

        assertThat(scene.losses).isNotEmpty();
        var heard = scene.losses.getLast();
        assertThat(heard.code()).isEqualTo(error.code());
        assertThat(heard.name()).isEqualTo(error.wireName());
        assertThat(heard.reason()).isEqualTo(error.reason());
        assertThat(heard.advice()).isEqualTo(error.advice());
        assertThat(heard.text()).isNotBlank();
        assertThat(heard.statistics().sockets()).isGreaterThan(0);
        assertThat(scene.session.state()).isEqualTo(stateAfter(error));
    }

    private static SessionState stateAfter(ConnectionError error) {
        return switch (error.advice()) {
            case RECONNECT, RECONNECT_LATER -> SessionState.RECOVERING;
            case INFORM, UPDATE, LOGIN -> SessionState.BANNED;
            case NONE -> SessionState.OFFLINE;
        };
    }

    static Stream<ConnectionError> provoked() {
        return new TreeMap<>(PROVOKED).keySet().stream();
    }

    @Test
    void knowsEveryCodeThatAClientMayNotice() {
        var mine = Arrays.stream(ConnectionError.values()).filter(error -> error.detectedBy() != DetectedBy.SERVER);

        assertThat(mine.filter(error -> PROVOKED.containsKey(error) == IMPOSSIBLE.containsKey(error)))
                .as("codes that are in neither table, or in both")
                .isEmpty();
        assertThat(IMPOSSIBLE.keySet())
                .allMatch(error -> error.detectedBy() != DetectedBy.SERVER)
                .doesNotContainAnyElementsOf(PROVOKED.keySet());
    }

    private static final class FullDisk implements DeviceStorage {
        @Override
        public Optional<String> read() {
            return Optional.empty();
        }

        @Override
        public void write(String deviceToken) throws IOException {
            throw new IOException("no space left");
        }
    }

    private static Scene after(Scene scene, Consumer<Scene> what) {
        what.accept(scene);
        return scene;
    }

    private static void lose(Scene scene) {
        scene.line().lose();
    }

    private static Scene lost(Scene scene, SocketLoss loss) {
        return after(scene, it -> it.line().lose(loss));
    }

    private static Scene untrusted(TlsFailure failure) {
        return lost(new Scene(), new SocketLoss.Untrusted(failure, "why"));
    }

    private static Scene probing(Reachability network) {
        return new Scene(SETTINGS, () -> CompletableFuture.completedFuture(network));
    }

    private static Scene as(CredentialsProvider provider) {
        return new Scene(ClientSettings.of(Scene.SERVER, provider), Probe.NONE);
    }

    private static Scene told(ConnectionError error) {
        return after(new Scene().greeted(), scene -> scene.line().say(null, null, error.terminate()));
    }

    private static Scene greetedBy(String magic, String project) {
        var usual = Scene.hello();
        var scene = new Scene(SETTINGS.with(new AppVersion("1", 0, "java", null, "test")), Probe.NONE);
        scene.line().open();
        scene.line()
                .say(
                        null,
                        null,
                        new ServerHello(magic, project, new ProtocolRange(1, 1), 0, 20_000, usual.maintenance()));
        return scene;
    }
}
