package dev.gatehouse.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ClientMessage.Skip;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.schema.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A session whose player has another one: which of the two leads may change.
class LeadTest {

    private final Scene scene = Scene.playing();

    @Test
    void looksOnOnceAnotherSessionLeads() {
        follows(4);

        assertThat(scene.session.leads()).isFalse();
        assertThat(scene.session.run(new Mine.Dig(1))).isEqualTo(ClientSession.NOT_LEADING);
        assertThat(scene.session.flush()).isCompletedExceptionally();
        scene.line()
                .say(
                        2L,
                        null,
                        new ModelPatch(9, new JsonText("[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":5}]")));
        scene.passes(6);

        assertThat(scene.session.player()).isEqualTo(new Mine(5, ""));
        assertThat(scene.session.tick()).isEqualTo(9);
        assertThat(scene.line().all(Flush.class)).isEmpty();
        assertThat(scene.log).containsExactly("started s1", "model 4", "follows", "model 5");
    }

    @Test
    void losesWhatItRanAndSaysSo() {
        scene.session.run(new Mine.Dig(3));
        var sent = scene.session.flush();
        scene.session.run(new Mine.Dig(4));

        follows(1);
        // The server refuses what was on its way.
        scene.line().say(2L, 1L, Scene.result(1, new OpResult(0, "not_leading")));

        assertThat(sent)
                .isCompletedWithValueMatching(
                        result -> result.results().equals(List.of(new OpResult(0, ClientSession.NOT_LEADING))));
        assertThat(scene.session.player()).isEqualTo(new Mine(1, ""));
        assertThat(scene.log).containsExactly("started s1", "model 1", "follows");
    }

    @Test
    void sendsNothingAgainThatIsVoid() {
        scene.session.run(new Mine.Dig(3));
        var _ = scene.session.flush();
        follows(1);

        scene.line().lose();
        scene.resumes(0);

        assertThat(scene.line().all(Flush.class)).isEmpty();
        assertThat(scene.line().all(Skip.class)).hasSize(1);
    }

    @Test
    void leadsOnceTheOtherIsGone() {
        follows(1);

        scene.line().say(2L, null, new ModelPatch(7, whole(2), true));
        scene.line().say(3L, null, scene.action(7, ActionMode.SYNCHRONIZED, new Mine.Bonus(2)));
        scene.session.run(new Mine.Dig(1));
        var flushed = scene.session.flush();
        scene.line().say(4L, 1L, Scene.result(1, new OpResult(0, "ok"), new OpResult(1, "ok")));

        assertThat(scene.session.player().gold()).isEqualTo(5);
        assertThat(scene.line().all(Flush.class).getFirst().ops().getFirst()).isEqualTo(Op.serverAction(7));
        assertThat(scene.line().heard.stream()
                        .filter(frame -> frame.message() instanceof ClientMessage.Flush)
                        .findFirst())
                .hasValueSatisfying(frame -> assertThat(frame.ack()).isEqualTo(3L));
        assertThat(flushed).isCompleted();
    }

    private void follows(int gold) {
        scene.line().say(1L, null, new ModelPatch(2, whole(gold), false));
    }

    private static JsonText whole(int gold) {
        return new JsonText("[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"gold\":" + gold + ",\"tip\":\"\"}}]");
    }
}
