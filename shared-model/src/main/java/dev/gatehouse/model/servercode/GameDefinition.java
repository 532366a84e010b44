package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A game as the services know it. A game's jar contributes one as a bean of its auto-configuration.
///
/// @param logicVersions which clients may play
/// @param model absent for a game without a player model
/// @param hooks what the services ask its code
/// @param serverCode makes what the game offers to clients; called once on each node that hosts the
///     game
/// @param admitsUnauthenticated whether clients may come without a token; they have what the server code
///     opens to them, and nothing else
public record GameDefinition(
        GameId id,
        LogicVersions logicVersions,
        @Nullable GameModel<?> model,
        GameHooks hooks,
        Function<GameServices, ServerCode> serverCode,
        boolean admitsUnauthenticated) {

    /// A game with a player model, for clients of exactly its logic version.
    public static GameDefinition of(GameId id, GameModel<?> model) {
        return bare(id, LogicVersions.only(model.logicVersion()), model);
    }

    /// A game without a player model.
    public static GameDefinition withoutModel(GameId id, LogicVersions logicVersions) {
        return bare(id, logicVersions, null);
    }

    private static GameDefinition bare(GameId id, LogicVersions logicVersions, @Nullable GameModel<?> model) {
        return new GameDefinition(id, logicVersions, model, GameHooks.NONE, _ -> ServerCode.NONE, false);
    }

    public GameDefinition with(ConnectionPolicy other) {
        return with(hooks.withPolicy(other));
    }

    public GameDefinition with(ClientReady other) {
        return with(hooks.withClientReady(other));
    }

    public GameDefinition withValidator(ClientValidator other) {
        return with(hooks.withValidator(other));
    }

    /// A game that edits its players' models before their sessions begin.
    ///
    /// @throws IllegalArgumentException if that is not the type of its players' models
    public <M extends PlayerModel> GameDefinition withSessionStart(Class<M> type, SessionStart<M> other) {
        if (model == null || !model.type().equals(type)) {
            throw new IllegalArgumentException("type: " + type + " (expected: the game's player model)");
        }
        SessionStart<PlayerModel> start = (player, client, now) -> other.edit(type.cast(player), client, now);
        return with(hooks.withSessionStart(start));
    }

    /// A game that has a say in what is done with its instances.
    public GameDefinition withInstanceRules(InstanceRules other) {
        return with(hooks.withInstanceRules(other));
    }

    private GameDefinition with(GameHooks others) {
        return new GameDefinition(id, logicVersions, model, others, serverCode, admitsUnauthenticated);
    }

    public GameDefinition with(LogicVersions other) {
        return new GameDefinition(id, other, model, hooks, serverCode, admitsUnauthenticated);
    }

    public GameDefinition withServerCode(Function<GameServices, ServerCode> other) {
        return new GameDefinition(id, logicVersions, model, hooks, other, admitsUnauthenticated);
    }

    /// A game whose clients may come without a token, and log in later.
    public GameDefinition withUnauthenticated() {
        return new GameDefinition(id, logicVersions, model, hooks, serverCode, true);
    }
}
