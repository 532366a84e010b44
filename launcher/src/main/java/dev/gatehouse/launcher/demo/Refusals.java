package dev.gatehouse.launcher.demo;

import dev.gatehouse.client.Credentials;
import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.launcher.demo.Stranger.Ending;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/// What nobody gets in with, each with the code that the contract gives it.
final class Refusals implements Chapter {

    private static final String STRANGE_DEVICE = "a-strangers-device";
    private static final GameId UNKNOWN = new GameId("silverrush");

    @Override
    public String title() {
        return "What is refused";
    }

    @Override
    public void tell(Scene scene, Cast cast, Narrator narrator) throws IOException, InterruptedException {
        String tampered = tampered(Objects.requireNonNull(cast.credentials().token(), "no token"));
        refused(
                scene,
                narrator,
                "a tampered token",
                ConnectionError.LOGIN_REJECTED,
                Hello.of(Goldrush.ID.value(), new Credentials(tampered, STRANGE_DEVICE)));
        String stray = scene.tokens().player(UNKNOWN, new PlayerId("bob"));
        refused(
                scene,
                narrator,
                "an unknown GameId",
                ConnectionError.GAME_ID_UNKNOWN,
                Hello.of(UNKNOWN.value(), new Credentials(stray, STRANGE_DEVICE)));
        secondLink(scene, narrator);
    }

    private static void refused(
            Scene scene, Narrator narrator, String what, ConnectionError error, Map<String, Object> hello)
            throws IOException, InterruptedException {
        var stranger = new Stranger(scene.http(), scene.endpoints().connect());
        try (var visit = stranger.open(hello)) {
            Ending ending = visit.awaitEnding();
            narrator.checkEqual(ending.code(), (long) error.code(), "the code of " + what);
            narrator.checkEqual(
                    ending.closeReason(), error.code() + " " + error.wireName(), "the close reason of " + what);
            narrator.check(ending.closeCode() >= 4500, what + " closes with 4500 or above: " + ending.closeCode());
            narrator.tell("%s: %s, closed with %d".formatted(what, ending.closeReason(), ending.closeCode()));
        }
    }

    /// Somebody has stolen the tokens of a game server that is linked.
    private static void secondLink(Scene scene, Narrator narrator) throws IOException, InterruptedException {
        var operator = new Operator(scene);
        try (var server = DedicatedServer.start(scene, operator, List.of())) {
            server.awaitLinked();
            var stolen = GameServerConfiguration.from(ProcessEnvironment.of(server.pid()));
            try (var thief = GameServerConnection.connect(stolen, scene.time(), new SplittableRandom(1))) {
                thief.link("127.0.0.1", 1, 1);
                throw new BrokenStoryException("a second link with the same partner tokens was let in");
            } catch (GameServerException e) {
                narrator.checkEqual(e.code(), "already_linked", "the code of a second link");
                narrator.tell("a second link with the same partner tokens: " + e.code());
            }
            narrator.check(server.isRunning(), "the first link stays");
            operator.endInstance(server.instanceId());
            server.awaitGone();
            narrator.tell("ended by an operator, its process is gone as well");
        }
    }

    /// Another character in the middle of the signature, where every bit of it counts.
    static String tampered(String token) {
        int middle = (token.lastIndexOf('.') + token.length()) / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }
}
