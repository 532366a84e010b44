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
/// @param policy absent: every session of a device stays
/// @param clientReady absent: everybody is admitted
/// @param validator absent: every good token will do
/// @param sessionStart absent: a session begins with the model as it was left
/// @param serverCode makes what the game offers to clients; called once on each node that hosts the
///     game
/// @param admitsUnauthenticated whether clients may come without a token; they have what the server code
///     opens to them, and nothing else
/// @param instanceRules absent: [InstanceRules#USUAL]
public record GameDefinition(
        GameId id,
        LogicVersions logicVersions,
        @Nullable GameModel<?> model,
        @Nullable ConnectionPolicy policy,
        @Nullable ClientReady clientReady,
        @Nullable ClientValidator validator,
        @Nullable SessionStart<PlayerModel> sessionStart,
        Function<GameServices, ServerCode> serverCode,
        boolean admitsUnauthenticated,
        @Nullable InstanceRules instanceRules) {

    /// A game with a player model, for clients of exactly its logic version.
    public static GameDefinition of(GameId id, GameModel<?> model) {
        return new GameDefinition(
                id,
                LogicVersions.only(model.logicVersion()),
                model,
                null,
                null,
                null,
                null,
                _ -> ServerCode.NONE,
                false,
                null);
    }

    /// A game without a player model.
    public static GameDefinition withoutModel(GameId id, LogicVersions logicVersions) {
        return new GameDefinition(id, logicVersions, null, null, null, null, null, _ -> ServerCode.NONE, false, null);
    }

    public GameDefinition with(ConnectionPolicy other) {
        return new GameDefinition(
                id,
                logicVersions,
                model,
                other,
                clientReady,
                validator,
                sessionStart,
                serverCode,
                admitsUnauthenticated,
                instanceRules);
    }

    public GameDefinition with(ClientReady other) {
        return new GameDefinition(
                id,
                logicVersions,
                model,
                policy,
                other,
                validator,
                sessionStart,
                serverCode,
                admitsUnauthenticated,
                instanceRules);
    }

    public GameDefinition withValidator(ClientValidator other) {
        return new GameDefinition(
                id,
                logicVersions,
                model,
                policy,
                clientReady,
                other,
                sessionStart,
                serverCode,
                admitsUnauthenticated,
                instanceRules);
    }

    /// A game that edits its players' models before their sessions begin.
    ///
    /// @throws IllegalArgumentException if that is not the type of its players' models
    public <M extends PlayerModel> GameDefinition withSessionStart(Class<M> type, SessionStart<M> other) {
        if (model == null || !model.type().equals(type)) {
            throw new IllegalArgumentException("type: " + type + " (expected: the game's player model)");
        }
        SessionStart<PlayerModel> start = (player, client, now) -> other.edit(type.cast(player), client, now);
        return new GameDefinition(
                id,
                logicVersions,
                model,
                policy,
                clientReady,
                validator,
                start,
                serverCode,
                admitsUnauthenticated,
                instanceRules);
    }

    public GameDefinition with(LogicVersions other) {
        return new GameDefinition(
                id,
                other,
                model,
                policy,
                clientReady,
                validator,
                sessionStart,
                serverCode,
                admitsUnauthenticated,
                instanceRules);
    }

    public GameDefinition withServerCode(Function<GameServices, ServerCode> other) {
        return new GameDefinition(
                id,
                logicVersions,
                model,
                policy,
                clientReady,
                validator,
                sessionStart,
                other,
                admitsUnauthenticated,
                instanceRules);
    }

    /// A game that has a say in what is done with its instances.
    public GameDefinition withInstanceRules(InstanceRules other) {
        return new GameDefinition(
                id,
                logicVersions,
                model,
                policy,
                clientReady,
                validator,
                sessionStart,
                serverCode,
                admitsUnauthenticated,
                other);
    }

    /// A game whose clients may come without a token, and log in later.
    public GameDefinition withUnauthenticated() {
        return new GameDefinition(
                id,
                logicVersions,
                model,
                policy,
                clientReady,
                validator,
                sessionStart,
                serverCode,
                true,
                instanceRules);
    }
}
