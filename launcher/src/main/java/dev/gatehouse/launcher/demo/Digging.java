package dev.gatehouse.launcher.demo;

import static dev.gatehouse.model.protocol.ServerMessage.ActionMode.SYNCHRONIZED;
import static dev.gatehouse.model.protocol.ServerMessage.ActionMode.UNSYNCHRONIZED;

import dev.gatehouse.goldrush.player.AddGold;
import dev.gatehouse.goldrush.player.ClaimGift;
import dev.gatehouse.goldrush.player.DigGold;
import dev.gatehouse.goldrush.player.Gift;
import dev.gatehouse.goldrush.player.GiveGift;
import dev.gatehouse.goldrush.player.SetTip;
import java.io.IOException;

/// Alice digs, and the server gives: actions of every kind.
final class Digging implements Chapter {

    private static final int DIGS = 10;
    private static final int NUGGETS = 5;
    private static final int BIRTHDAY_GOLD = 100;
    private static final String TIP = "Dig where the river bends.";

    @Override
    public String title() {
        return "Alice digs, and the server gives";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        var alice = cast.alice();
        dig(alice, narrator);
        Agreement.check(scene, alice, narrator);
        birthday(scene, alice, narrator);
        tip(scene, alice, narrator);
        gift(scene, alice, narrator);
        Agreement.check(scene, alice, narrator);
    }

    private static void dig(PlayerAtPlay alice, Narrator narrator) {
        int before = alice.model().gold();
        for (int i = 0; i < DIGS; i++) {
            narrator.checkEqual(alice.session().run(new DigGold(NUGGETS)), "ok", "the result of a dig");
        }
        narrator.checkEqual(alice.model().gold(), before + DIGS * NUGGETS, "her gold, at once");
        narrator.checkEqual(alice.session().run(new DigGold(1000)), "not_that_much", "the result of a greedy dig");
        narrator.tell("she digs %d times and has %d gold before the server knows"
                .formatted(DIGS, alice.model().gold()));
    }

    private static void birthday(Scene scene, PlayerAtPlay alice, Narrator narrator)
            throws IOException, InterruptedException {
        int before = alice.model().gold();
        new Operator(scene).act(alice.session().playerId().value(), SYNCHRONIZED, new AddGold(BIRTHDAY_GOLD));
        alice.await("her birthday gold", () -> alice.model().gold() == before + BIRTHDAY_GOLD);
        alice.await("word of it", () -> alice.serverActions() == 1);
        narrator.tell(
                "birthday gold (synchronized): %d, executed at the same place on both sides".formatted(BIRTHDAY_GOLD));
    }

    private static void tip(Scene scene, PlayerAtPlay alice, Narrator narrator)
            throws IOException, InterruptedException {
        String checksum = alice.session().checksum();
        new Operator(scene).act(alice.session().playerId().value(), UNSYNCHRONIZED, new SetTip(TIP));
        alice.await("the tip of the day", () -> alice.model().tipOfTheDay().equals(TIP));
        narrator.checkEqual(alice.session().checksum(), checksum, "the checksum, which leaves the tip out,");
        narrator.tell("tip of the day (unsynchronized): " + TIP);
    }

    private static void gift(Scene scene, PlayerAtPlay alice, Narrator narrator)
            throws IOException, InterruptedException {
        new Operator(scene)
                .act(alice.session().playerId().value(), UNSYNCHRONIZED, new GiveGift(new Gift("shovel", 1)));
        alice.await("a gift", () -> !alice.model().gifts().items().isEmpty());
        long id = alice.model().gifts().items().getFirst().id();
        narrator.checkEqual(alice.session().run(new ClaimGift(id)), "ok", "the result of claiming it");
        narrator.checkEqual(alice.session().run(new ClaimGift(id)), "no_such_gift", "the result of claiming it twice");
        narrator.checkEqual(alice.model().inventory().get("shovel"), 1, "her shovels");
        narrator.tell("a gift through the queue: she claims gift %d and owns a shovel".formatted(id));
    }
}
