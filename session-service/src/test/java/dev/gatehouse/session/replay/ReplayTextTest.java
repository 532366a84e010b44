package dev.gatehouse.session.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.desync.DesyncBundle;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.desync.DesyncReplay;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTextTest {

    private static final DesyncBundle BUNDLE = new DesyncBundle(
            Purse.GAME_ID,
            new PlayerId("alice"),
            new SessionId("s-1"),
            3,
            Instant.EPOCH,
            ByteString.EMPTY,
            List.of(ByteString.EMPTY),
            12,
            List.of(Op.ticks(4)),
            0,
            "c1",
            "5e",
            null,
            List.of());

    @Test
    void saysWhatCameOutStepByStep() {
        var difference = new MemberDifference("/gold", new JsonText("1"), null);
        var replay =
                new DesyncReplay("a9", List.of(new DesyncReplay.Step(Op.ticks(4), "ok", "5e")), List.of(difference));

        assertThat(new ReplayText(3, BUNDLE, replay).lines())
                .containsExactly(
                        "desync 0000000000000-12 of alice in purse, session s-1, flush 12",
                        "agreed on a9 after 1 journal entries",
                        "step 0: 4 ticks -> ok, 5e",
                        "the server came to 5e, the client to c1",
                        "/gold: 1 on the server, nothing on the client",
                        "the client did not report its model",
                        "the code here comes to what the server came to");
    }

    @Test
    void saysWhereTheCodeIsAnother() {
        var replay = new DesyncReplay("a9", List.of(new DesyncReplay.Step(Op.ticks(4), "ok", "66")), List.of());

        assertThat(new ReplayText(4, BUNDLE, replay).lines())
                .contains("written by logic version 3, played by 4")
                .endsWith("the code here comes to something else than the server did");
    }
}
