package dev.gatehouse.client;

import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_CHECKSUM_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.DesyncDetails;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DesyncTest {

    @Test
    void reportsTheModelAfterTheFlushThatTheServerNames() throws Exception {
        var scene = Scene.playing();
        digs(scene, 3);
        digs(scene, 4);

        scene.line().say(null, null, mismatch(new DesyncDetails(1L, 0).toJson()));

        var report = scene.line().all(DesyncReport.class).getFirst();
        assertThat(report.flush()).isEqualTo(1L);
        assertThat(Mine.GAME.model().decodeModel(report.model())).isEqualTo(new Mine(3, ""));
        assertThat(scene.log).containsExactly("started s1", "ended 8100");
    }

    @Test
    void reportsWhatItHasToAServerThatNamesNothing() throws Exception {
        var scene = Scene.playing();
        digs(scene, 3);
        digs(scene, 4);

        scene.line().say(null, null, mismatch(JsonText.EMPTY_OBJECT));

        var report = scene.line().all(DesyncReport.class).getFirst();
        assertThat(report.flush()).isNull();
        assertThat(Mine.GAME.model().decodeModel(report.model())).isEqualTo(new Mine(7, ""));
    }

    @Test
    void reportsNothingAtAnyOtherEnd() {
        var scene = Scene.playing();
        digs(scene, 3);

        scene.line().say(null, null, FORCE_TERMINATED_KICKED_BY_ADMIN_ACTION.terminate());

        assertThat(scene.line().all(DesyncReport.class)).isEmpty();
    }

    @Test
    void saysNoChecksumOfItsStepsUnlessAsked() {
        var scene = Scene.playing();
        digs(scene, 3);

        assertThat(scene.line().all(Flush.class).getFirst().ops())
                .extracting(Op::checksum)
                .containsOnlyNulls();
    }

    @Test
    void saysTheChecksumOfEachStepWhereAsked() {
        var scene = Scene.comparingSteps();
        scene.session.run(new Mine.Dig(3));
        scene.passes(1);
        digs(scene, 4);

        Timeline<Mine> server = Timeline.start(Mine.GAME.model(), Mine.NEW, 0, Instant.EPOCH);
        for (var flush : scene.line().all(Flush.class)) {
            assertThat(flush.ops()).extracting(Op::checksum).doesNotContainNull();
            var replay = server.replay(flush.ops());
            assertThat(replay).isInstanceOf(Replay.Replayed.class);
            server = ((Replay.Replayed<Mine>) replay).timeline();
        }
        assertThat(server.model().gold()).isEqualTo(7);
    }

    private static void digs(Scene scene, int amount) {
        scene.session.run(new Mine.Dig(amount));
        var _ = scene.session.flush();
    }

    private static Terminate mismatch(JsonText details) {
        return PLAYER_CHECKSUM_MISMATCH.terminate(null, "", details);
    }
}
