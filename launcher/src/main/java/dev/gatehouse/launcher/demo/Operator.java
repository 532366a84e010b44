package dev.gatehouse.launcher.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the studio's people and its backend do over HTTP, with an operator's token.
final class Operator {

    private final Scene scene;
    private final Backend backend;
    private final String token;

    Operator(Scene scene) {
        this.scene = scene;
        this.backend = scene.backend();
        this.token = scene.tokens().operator();
    }

    /// The player as the server has it.
    Map<String, Object> player(String playerId) throws IOException, InterruptedException {
        return backend.get(player(playerId, ""), token);
    }

    /// Runs a server action on a player.
    void act(String playerId, ActionMode mode, Action<Player> action) throws IOException, InterruptedException {
        ActionCall call = Goldrush.MODEL.encode(Encoding.JSON, action);
        Map<String, Object> body = Map.of(
                "mode", mode.name().toLowerCase(Locale.ROOT),
                "action", Map.of("code", call.code(), "args", arguments(call)),
                "key", scene.freshName("demo"));
        backend.post(player(playerId, "/actions"), token, body);
    }

    /// Asks for a game instance with this player in it.
    ///
    /// @return the instance
    Map<String, Object> createInstance(List<String> playerIds) throws IOException, InterruptedException {
        Map<String, Object> body = Map.of(
                "gameId", Goldrush.ID.value(),
                "idempotencyKey", scene.freshName("demo"),
                "players",
                        playerIds.stream()
                                .map(id -> Map.of("playerId", id, "team", 0))
                                .toList(),
                "data", Map.of("map", "klondike"));
        return backend.post(instances(""), token, body);
    }

    Map<String, Object> instance(String instanceId) throws IOException, InterruptedException {
        return backend.get(instances("/" + instanceId), token);
    }

    void endInstance(String instanceId) throws IOException, InterruptedException {
        backend.post(instances("/" + instanceId + "/end"), token, Map.of("why", "the demonstration is over"));
    }

    private URI player(String playerId, String rest) {
        return scene.endpoints()
                .sessions()
                .resolve("/admin/v1/games/" + Goldrush.ID.value() + "/players/" + playerId + rest);
    }

    private URI instances(String rest) {
        return scene.endpoints().instances().resolve("/v1/game-instances" + rest);
    }

    private static Map<String, Object> arguments(ActionCall call) {
        if (!(call.args() instanceof Encoded.Json(String text))) {
            throw new BrokenStoryException("an action is not JSON");
        }
        try {
            return JSONObjectUtils.parse(text);
        } catch (ParseException e) {
            throw new BrokenStoryException("an action is no JSON object", e);
        }
    }
}
