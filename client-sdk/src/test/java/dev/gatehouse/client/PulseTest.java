package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Pause;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ClientMessage.Unpause;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.Pong;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Signs of life, and what a client does without them.
class PulseTest {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(25);

    private final Scene scene = Scene.playing();

    @Test
    void noticesAHalfOpenSocketWithinTwoHeartbeats() {
        var gone = scene.time.nanoTime();
        while (scene.session.state() == SessionState.ACTIVE) {
            scene.beats();
        }

        var noticed = Duration.ofNanos(scene.time.nanoTime() - gone);
        assertThat(noticed).isBetween(KEEP_ALIVE, KEEP_ALIVE.multipliedBy(2).plusSeconds(1));
        scene.resumes(0);
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
    }

    @DisplayName("F30: where only the way back is lost, the client comes back in time and misses nothing")
    @Test
    void losesNothingWhereOnlyTheWayFromTheServerIsCut() {
        scene.session.run(new Mine.Dig(3));
        scene.beats();
        // The server has it and answers; nothing of that arrives.
        var noticedAfter = 0;
        while (!scene.line().isDropped && noticedAfter < 51) {
            scene.passes(1);
            noticedAfter++;
        }
        System.out.printf("F30: noticed after %d s, keep-alive 25 s%n", noticedAfter);
        assertThat(scene.log).containsExactly("started s1", "recovering 1120 in PT2S");

        scene.resumes(scene.session.statistics().sent());
        scene.line().say(1L, null, Scene.result(1, new OpResult(0, "ok")));
        scene.line().say(2L, null, scene.action(7, ActionMode.UNSYNCHRONIZED, new Mine.Tip("a")));

        assertThat(scene.session.player()).isEqualTo(new Mine(3, "a"));
        assertThat(scene.line().numbers()).isEmpty();
        assertThat(scene.session.statistics()).returns(2L, Statistics::handled).returns(0L, Statistics::gaps);
    }

    @Test
    void looksUnhealthyBeforeItIsLost() {
        assertThat(scene.session.health()).isEqualTo(ConnectionHealth.HEALTHY);
        scene.passes(10);
        assertThat(scene.session.health()).isEqualTo(ConnectionHealth.HEALTHY);
        scene.passes(2);

        assertThat(scene.session.health()).isEqualTo(ConnectionHealth.UNHEALTHY);
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        scene.line().say(null, null, new Pong(scene.line().last(Ping.class).id(), 0));
        assertThat(scene.session.health()).isEqualTo(ConnectionHealth.HEALTHY);
    }

    @Test
    void looksUnhealthyWhileItRecoversAndNotConnectedWithoutASession() {
        assertThat(new Scene().session.health()).isEqualTo(ConnectionHealth.NOT_CONNECTED);
        scene.line().lose();
        assertThat(scene.session.health()).isEqualTo(ConnectionHealth.UNHEALTHY);
        scene.resumes(0);
        assertThat(scene.session.health()).isEqualTo(ConnectionHealth.HEALTHY);
        scene.session.close();
        assertThat(scene.session.health()).isEqualTo(ConnectionHealth.NOT_CONNECTED);
    }

    @Test
    void measuresTheRoundTrip() {
        assertThat(scene.session.roundTrip()).isEmpty();
        while (scene.line().all(Ping.class).isEmpty()) {
            scene.beats();
        }
        scene.time.passes(Duration.ofMillis(80));
        scene.line().say(null, null, new Pong(999, 0));
        assertThat(scene.session.roundTrip()).isEmpty();
        scene.line().say(null, null, new Pong(scene.line().last(Ping.class).id(), 0));

        assertThat(scene.session.roundTrip()).hasValue(Duration.ofMillis(80));
    }

    @Test
    void takesSilenceForNoLossInAPause() {
        scene.session.pause("advertisement", Duration.ofMinutes(5));
        scene.passes(240);
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        assertThat(scene.line().all(Flush.class)).isEmpty();
        scene.session.unpause();
        scene.passes(6);

        assertThat(scene.line().all(Pause.class)).containsExactly(new Pause("advertisement", 300_000));
        assertThat(scene.line().all(Unpause.class)).hasSize(1);
        assertThat(scene.session.state()).isEqualTo(SessionState.ACTIVE);
        // The player's clock catches up.
        assertThat(scene.session.tick()).isEqualTo(2_460);
        assertThat(scene.log).containsExactly("started s1");
    }

    @Test
    void beginsAnewAfterAPauseThatWasTooLong() {
        scene.session.pause("background", Duration.ofMinutes(5));
        scene.passes(301);
        scene.session.unpause();

        assertThat(scene.log).containsExactly("started s1", "recovering 1700 in PT2S");
        scene.passes(2);
        scene.line().open();
        assertThat(scene.line().last(Hello.class).resume()).isNull();
    }

    @Test
    void resumesAfterAPauseInWhichTheSocketWasLost() {
        scene.session.pause("background", Duration.ofMinutes(5));
        scene.line().lose();
        for (int second = 0; second < 250; second++) {
            scene.passes(1);
            scene.line().lose();
        }
        scene.session.unpause();
        scene.nextSocket().open();

        assertThat(scene.line().last(Hello.class).resume()).isNotNull();
    }

    @Test
    void endsWhereABugWouldSilenceTheHeartbeat() {
        scene.line().bug = new AssertionError("a bug of the transport's");
        scene.passes(6);

        assertThat(scene.log).containsExactly("started s1", "ended 2801");
        assertThat(scene.session.ended()).isCompleted();
    }

    @Test
    void tellsOfMaintenance() {
        assertThat(scene.session.maintenance())
                .hasValueSatisfying(
                        known -> assertThat(known.state()).isEqualTo(ServerMessage.MaintenanceState.NOT_SCHEDULED));
        scene.line()
                .say(
                        null,
                        null,
                        new ServerMessage.MaintenanceChanged(ServerMessage.MaintenanceState.UPCOMING, 12L, 30L));

        assertThat(scene.log).containsExactly("started s1", "maintenance UPCOMING");
        assertThat(scene.session.maintenance())
                .hasValueSatisfying(known -> assertThat(known.startsAt()).isEqualTo(12));
    }
}
