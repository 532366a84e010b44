package dev.gatehouse.launcher.demo;

import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ADDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.ENDED;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.HOST_DETAILS;
import static dev.gatehouse.model.protocol.ServerMessage.InstanceEvent.REMOVED;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.instance.OwnInstance;
import dev.gatehouse.model.schema.JsonText;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A game that no backend asks for: alice opens a mine, and Bert comes into it and leaves.
final class OwnGame implements Chapter {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonCodec<OwnInstance> INSTANCE = JsonCodec.of(OwnInstance.class);

    @Override
    public String title() {
        return "A game of her own";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        var alice = cast.alice();
        var wish = "{\"key\":\"%s\"}".formatted(scene.freshName("mine"));
        var id = instance(alice.answer("a mine of her own", call(alice, "create", wish)));
        narrator.checkEqual(
                instance(alice.answer("her mine", call(alice, "create", wish))), id, "the mine of the same wish");
        narrator.tell("alice asks for a mine herself: game instance " + id);
        alice.await(
                "the address of her mine", () -> alice.heard(HOST_DETAILS, id).isPresent());
        try (var bert = cast.playAsBert(scene)) {
            visit(bert, id, narrator);
        }
        new Operator(scene).endInstance(id);
        alice.await("the end of her mine", () -> alice.heard(ENDED, id).isPresent());
    }

    private static void visit(PlayerAtPlay bert, String id, Narrator narrator) throws InterruptedException {
        var mine = "{\"instanceId\":\"%s\"}".formatted(id);
        narrator.checkEqual(
                bert.refusal(call(bert, "join", "{\"instanceId\":\"nowhere\"}")),
                "unknown_instance",
                "what Bert hears of a mine that is not there");
        narrator.checkEqual(instance(bert.answer("room for him", call(bert, "join", mine))), id, "the mine he is in");
        bert.await("news of his game", () -> bert.heard(ADDED, id).isPresent());
        bert.await("the address of the mine", () -> bert.heard(HOST_DETAILS, id).isPresent());
        bert.answer("leave to go", call(bert, "leave", mine));
        bert.await("word that he is out", () -> bert.heard(REMOVED, id).isPresent());
        narrator.tell("Bert joins it, gets its address and a ticket, thinks again and leaves");
    }

    private static CompletableFuture<JsonText> call(PlayerAtPlay player, String method, String args) {
        return player.session().call("GameInstances." + method, new JsonText(args), PATIENCE);
    }

    private static String instance(JsonText answer) {
        try {
            return INSTANCE.decode(answer.text()).instanceId().value();
        } catch (DecodeException e) {
            throw new BrokenStoryException("the answer is no game instance", e);
        }
    }
}
