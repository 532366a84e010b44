package dev.gatehouse.launcher.demo;

import dev.gatehouse.client.live.Document;
import dev.gatehouse.client.live.DocumentListener;
import dev.gatehouse.client.live.GroupListener;
import dev.gatehouse.goldrush.player.DigGold;
import dev.gatehouse.goldrush.town.Board;
import dev.gatehouse.goldrush.town.Saloon;
import dev.gatehouse.goldrush.town.Weighing;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Alice meets Bert: a call, a group, events, and a document that both follow.
final class Company implements Chapter {

    private static final String TABLE = Saloon.NAME + ":1";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public String title() {
        return "Alice meets Bert";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws InterruptedException {
        var alice = cast.alice();
        try (var bert = cast.playAsBert(scene)) {
            saloon(alice, bert, narrator);
            board(alice, bert, narrator);
        }
    }

    private static void saloon(PlayerAtPlay alice, PlayerAtPlay bert, Narrator narrator) throws InterruptedException {
        List<PlayerId> came = new CopyOnWriteArrayList<>();
        List<PlayerId> left = new CopyOnWriteArrayList<>();
        List<String> toasts = new CopyOnWriteArrayList<>();
        var watching = new GroupListener() {

            @Override
            public void onJoined(PlayerId player) {
                came.add(player);
            }

            @Override
            public void onLeft(PlayerId player) {
                left.add(player);
            }
        };
        bert.session().onEvent(Saloon.TOAST, toast -> toasts.add(toast.payload().text()));
        var hers = alice.answer("a seat", alice.session().join(TABLE, null, watching));
        var his = bert.answer("a seat", bert.session().join(TABLE, null, new GroupListener() {}));
        alice.await("Bert", () -> came.contains(bert.session().playerId()));
        narrator.checkEqual(
                alice.refusal(alice.session().join(Saloon.NAME + ":4", null, new GroupListener() {})),
                "refused",
                "what she hears of a table that is not there");

        alice.session().send(Saloon.TOAST, EventScope.group(TABLE), new JsonText("\"To gold!\""));
        bert.await("her toast", () -> toasts.contains("\"To gold!\""));
        bert.answer("leave to go", his.leave());
        alice.await("word that Bert left", () -> left.contains(bert.session().playerId()));
        alice.answer("leave to go", hers.leave());
        narrator.tell("both sit down at %s; she raises a toast, he hears it and leaves, and she sees him go"
                .formatted(TABLE));
    }

    private static void board(PlayerAtPlay alice, PlayerAtPlay bert, Narrator narrator) throws InterruptedException {
        List<String> weighings = new CopyOnWriteArrayList<>();
        List<Document> boards = new CopyOnWriteArrayList<>();
        List<Document> changes = new CopyOnWriteArrayList<>();
        bert.session()
                .onEvent(Weighing.EVENT, event -> weighings.add(event.payload().text()));
        narrator.checkEqual(
                bert.refusal(bert.session().call("Assayer.weigh", JsonText.EMPTY_OBJECT, PATIENCE)),
                "no_gold",
                "what the assayer tells him");

        weigh(alice, narrator);
        bert.await("word of her gold", () -> hasHers(weighings, alice));
        bert.session().subscribe(Board.DOCUMENT, new DocumentListener() {

            @Override
            public void onSnapshot(Document now) {
                boards.add(now);
            }

            @Override
            public void onChanged(Document before, Document now, JsonText patch) {
                changes.add(now);
            }
        });
        bert.await("the board", () -> !boards.isEmpty());
        narrator.checkEqual(alice.session().run(new DigGold(5)), "ok", "the result of a dig");
        weigh(alice, narrator);
        bert.await("the board with her new gold", () -> !changes.isEmpty());
        narrator.checkEqual(
                changes.getLast().version(), boards.getLast().version() + 1, "the version after the snapshot's");
        narrator.tell("her gold is weighed twice: he hears it as events, and follows the board from version %d to %d"
                .formatted(boards.getLast().version(), changes.getLast().version()));
    }

    private static void weigh(PlayerAtPlay alice, Narrator narrator) throws InterruptedException {
        var session = alice.session();
        alice.flush();
        var weighing = alice.answer("the scales", session.call("Assayer.weigh", JsonText.EMPTY_OBJECT, PATIENCE));
        narrator.checkEqual(
                weighing.text(),
                "{\"player\":\"%s\",\"gold\":%d}"
                        .formatted(session.playerId(), session.player().gold()),
                "what the scales say");
    }

    private static boolean hasHers(List<String> weighings, PlayerAtPlay alice) {
        var name = alice.session().playerId().value();
        return weighings.stream().anyMatch(weighing -> weighing.contains(name));
    }
}
