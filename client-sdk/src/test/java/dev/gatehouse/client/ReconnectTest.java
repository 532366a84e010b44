package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.device.DeviceStorage;
import dev.gatehouse.client.device.Probe;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.ConnectionState;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.schema.JsonText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconnectTest {

    @Test
    void showsTheConnectionBelowTheSession() {
        var scene = new Scene();
        assertThat(scene.session.connectionState()).isEqualTo(ConnectionState.CONNECTING);
        scene.play();
        assertThat(scene.session.connectionState()).isEqualTo(ConnectionState.CONNECTED);
        scene.line().lose();
        assertThat(scene.session.connectionState()).isEqualTo(ConnectionState.ERROR);
        scene.passes(2);
        assertThat(scene.session.connectionState()).isEqualTo(ConnectionState.CONNECTING);
        scene.session.close();
        assertThat(scene.session.connectionState()).isEqualTo(ConnectionState.NOT_CONNECTED);
    }

    @Test
    void waitsAsLongAsItIsToldEvenIfThatIsLongerThanItWouldTry() {
        var scene = new Scene().greeted();
        scene.line()
                .say(
                        null,
                        null,
                        ConnectionError.CLUSTER_STARTING.terminate(
                                Duration.ofMinutes(45), "Later.", JsonText.EMPTY_OBJECT));

        // And a tenth more, as chance in the middle has it.
        scene.passes(45 * 66 - 1);
        assertThat(scene.network.lines).hasSize(1);
        scene.passes(1);

        assertThat(scene.network.lines).hasSize(2);
        scene.line().lose();
        assertThat(scene.session.state()).isEqualTo(SessionState.RECOVERING);
        assertThat(scene.log).containsExactly("recovering 1200 in PT49M30S", "recovering 1002 in PT1S");
    }

    @Test
    void saysHowLongToStayAwayWhereItDoesNotComeBackByItself() {
        var scene = new Scene().greeted();
        scene.line()
                .say(
                        null,
                        null,
                        ConnectionError.IN_MAINTENANCE.terminate(
                                Duration.ofMinutes(20), "Later.", JsonText.EMPTY_OBJECT));
        scene.passes(3_600);

        assertThat(scene.network.lines).hasSize(1);
        assertThat(scene.losses.getLast().retryAfter()).isEqualTo(Duration.ofMinutes(20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 |    | ''                                                                    | ended 4001",
                "401 |    | ''                                                                    | ended 3300",
                "403 |    | <html>                                                                | ended 2801",
                "403 |    | {\"code\":4003,\"name\":\"x\",\"advice\":\"login\"}                   | ended 4003",
                "404 |    | ''                                                                    | recovering 1002 in PT2S",
                "429 |    | {\"code\":4020,\"advice\":\"reconnect-later\",\"retryAfterMillis\":45000} | recovering 4020 in PT49.5S",
                "429 | 60 | {\"code\":4020,\"advice\":\"reconnect-later\",\"retryAfterMillis\":45000} | recovering 4020 in PT1M6S",
                "429 | 7  | ''                                                                    | recovering 4020 in PT7.7S",
                "503 |    | ''                                                                    | recovering 1209 in PT2S",
                "503 | 40 | {\"code\":8888,\"advice\":\"reconnect-later\"}                         | recovering 8888 in PT44S",
                "503 |    | {\"code\":8888,\"advice\":\"something newer\"}                         | ended 8888",
            })
    void obeysARefusalOfTheUpgrade(int status, @Nullable Long retryAfter, String body, String heard) {
        var scene = new Scene();

        scene.line()
                .lose(new SocketLoss.Refused(status, retryAfter == null ? null : Duration.ofSeconds(retryAfter), body));

        assertThat(scene.log).containsExactly(heard);
    }

    @Test
    void comesWithFreshCredentialsEveryTime() {
        var given = new ArrayList<String>();
        var scene = scene(() -> {
            given.add("token-" + given.size());
            return CompletableFuture.completedFuture(new Credentials(given.getLast(), "device"));
        });
        scene.play();
        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        assertThat(scene.network.lines.get(0).last(Hello.class).token()).isEqualTo("token-0");
        assertThat(scene.network.lines.get(1).last(Hello.class).token()).isEqualTo("token-1");
        assertThat(given).hasSize(2);
    }

    @Test
    void triesAgainWhereCredentialsCouldNotBeFetched() {
        var scene = scene(() -> CompletableFuture.failedFuture(new IOException("no route")));

        assertThat(scene.log).containsExactly("recovering 1002 in PT2S");
    }

    @Test
    void endsWithoutCredentials() {
        assertThat(scene(() -> CompletableFuture.failedFuture(new IllegalStateException("secret"))).log)
                .containsExactly("ended 2801");
        var thrown = scene(() -> {
            throw new IllegalStateException("secret");
        });
        assertThat(thrown.log).containsExactly("ended 2801");
        assertThat(thrown.losses.getLast().text()).doesNotContain("secret");
    }

    @Test
    void makesADeviceTokenOnceAndKeepsIt() {
        var disk = new Disk();
        var provider = CredentialsProvider.on(disk, () -> CompletableFuture.completedFuture("token"), new Random(1));

        var first = provider.fresh().toCompletableFuture().join();
        var second = provider.fresh().toCompletableFuture().join();

        assertThat(first.deviceToken()).hasSize(32).isEqualTo(disk.kept);
        assertThat(second).isEqualTo(first);
        assertThat(disk.writes).isEqualTo(1);
    }

    @Test
    void beginsANewSessionWhereTheOldOneMustBeGone() {
        var scene = Scene.playing();
        scene.line().lose();
        var lost = scene.time.nanoTime();
        for (boolean isOver = false; !isOver; ) {
            scene.nextSocket().open();
            // The window of 60 s begins when the server has noticed, two heartbeats after us at the latest.
            isOver = scene.time.nanoTime() - lost > Duration.ofSeconds(110).toNanos();
            assertThat(scene.line().last(Hello.class).resume() == null).isEqualTo(isOver);
            scene.line().lose();
        }
    }

    @Test
    void ignoresCredentialsThatComeForAnAttemptThatIsOver() {
        var asked = new ArrayList<CompletableFuture<Credentials>>();
        var scene = scene(() -> {
            asked.add(new CompletableFuture<>());
            return asked.getLast();
        });
        scene.line().open();
        scene.line().lose();
        scene.passes(2);
        scene.line().open();

        asked.get(0).complete(new Credentials("late", "device"));
        assertThat(scene.network.lines.get(0).heard).isEmpty();
        assertThat(scene.network.lines.get(1).heard).isEmpty();
        asked.get(1).complete(new Credentials("right", "device"));

        assertThat(scene.line().last(Hello.class).token()).isEqualTo("right");
    }

    /// Whatever old sockets say, and whenever: only the newest one is talked to, and a session is never lost to one.
    @Test
    void letsNoStaleAttemptWin() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var scene = Scene.playing();
            for (int step = 0; step < 60; step++) {
                var lines = scene.network.lines;
                var line = lines.get(random.nextInt(lines.size()));
                switch (random.nextInt(6)) {
                    case 0 -> line.open();
                    case 1 -> line.say(null, null, Scene.hello());
                    case 2 -> line.say(null, null, new SessionResumed(new SessionId("s1"), "r", 1, 0));
                    case 3 -> line.lose();
                    case 4 -> {
                        if (line != lines.getLast()) {
                            line.say(null, null, ConnectionError.PLAYER_IS_BANNED.terminate());
                            line.sayGarbage();
                        }
                    }
                    default -> scene.time.passes(Duration.ofMillis(random.nextInt(1_500)));
                }
                assertThat(lines.stream().filter(FakeNetwork.Line::isUp))
                        .as("seed %d, step %d", seed, step)
                        .hasSizeLessThanOrEqualTo(1)
                        .allMatch(up -> up == lines.getLast());
                if (scene.session.state() == SessionState.ACTIVE) {
                    assertThat(lines.getLast().isUp()).as("seed %d", seed).isTrue();
                }
            }
            assertThat(scene.losses).as("seed %d", seed).noneMatch(lost -> lost.code() == 2900 || lost.code() == 9100);
        }
    }

    private static Scene scene(CredentialsProvider provider) {
        return new Scene(ClientSettings.of(Scene.SERVER, provider), Probe.NONE);
    }

    private static final class Disk implements DeviceStorage {

        private String kept = "";
        private int writes;

        @Override
        public Optional<String> read() {
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
        }

        @Override
        public void write(String deviceToken) {
            kept = deviceToken;
            writes++;
        }
    }
}
