package dev.gatehouse.launcher.demo;

import static dev.gatehouse.model.protocol.ServerMessage.ActionMode.UNSYNCHRONIZED;

import dev.gatehouse.client.Statistics;
import dev.gatehouse.goldrush.player.DigGold;
import dev.gatehouse.goldrush.player.SetTip;
import java.io.IOException;

/// The line is cut while both sides talk, and the session goes on where it was.
final class CutLine implements Chapter {

    private static final int DIGS = 10;
    private static final String LAST_TIP = "Mind the gap.";

    @Override
    public String title() {
        return "Her line is cut";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        var alice = cast.alice();
        var session = alice.session().id();
        Statistics before = alice.session().statistics();
        int gold = alice.model().gold();

        loseTheLine(scene, cast, alice);
        narrator.tell(
                "cut while %d digs and a tip of the server's were on their way; she goes on digging".formatted(DIGS));
        for (int i = 0; i < DIGS; i++) {
            alice.session().run(new DigGold(1));
        }
        alice.await("her session to resume", () -> alice.session().statistics().resumes() == before.resumes() + 1);
        alice.await("what she missed", () -> alice.model().tipOfTheDay().equals(LAST_TIP));
        alice.flush();
        alice.await(
                "the last acknowledgement", () -> isAcknowledged(alice.session().statistics()));

        narrator.checkEqual(alice.session().id(), session, "the session after the cut");
        narrator.checkEqual(alice.model().gold(), gold + 2 * DIGS, "her gold");
        prove(before, alice.session().statistics(), narrator);
        Agreement.check(scene, alice, narrator);
    }

    /// What both sides say is lost on the way, and then the line with it.
    private static void loseTheLine(Scene scene, Cast cast, PlayerAtPlay alice)
            throws IOException, InterruptedException {
        long sent = alice.session().statistics().sent();
        cast.line().mute();
        for (int i = 0; i < DIGS; i++) {
            alice.session().run(new DigGold(1));
        }
        var _ = alice.session().flush();
        alice.await("her digs to be sent", () -> alice.session().statistics().sent() > sent);
        new Operator(scene).act(alice.session().playerId().value(), UNSYNCHRONIZED, new SetTip(LAST_TIP));
        cast.line().cut();
    }

    private static boolean isAcknowledged(Statistics now) {
        return now.acknowledged() == now.sent();
    }

    private static void prove(Statistics before, Statistics after, Narrator narrator) {
        narrator.check(after.resent() > before.resent(), "she had to send something again");
        narrator.checkEqual(after.acknowledged(), after.sent(), "the last of her messages that the server has");
        narrator.checkEqual(after.handled(), after.received(), "the number of the server's messages that she acted on");
        narrator.checkEqual(after.gaps(), 0L, "the number of missing numbers");
        narrator.checkEqual(after.sessions(), 1L, "the number of sessions");
        narrator.tell(
                "resumed on socket %d: hers 1 to %d all arrived (%d sent again), the server's 1 to %d each acted on once"
                        .formatted(after.sockets(), after.sent(), after.resent(), after.received()));
    }
}
