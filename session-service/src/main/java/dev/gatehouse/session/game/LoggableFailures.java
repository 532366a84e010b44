package dev.gatehouse.session.game;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.servercode.GameDefinition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/// What the games' server code threw, as it may stand in this node's log: it has seen whole models, and
/// may quote them. Thread-safe.
public final class LoggableFailures {

    private final Map<GameId, GameModel<?>> models = new HashMap<>();

    public LoggableFailures(Collection<GameDefinition> games) {
        for (var game : games) {
            var model = game.model();
            if (model != null) {
                models.put(game.id(), model);
            }
        }
    }

    /// As [GameModel#forLog] of the game's model; what it is of a game without one.
    public Throwable of(GameId game, Throwable thrown) {
        var model = models.get(game);
        return model == null ? thrown : model.forLog(thrown);
    }
}
