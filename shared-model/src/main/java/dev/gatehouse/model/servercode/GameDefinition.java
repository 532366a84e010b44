package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.GameModel;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A game as the services know it. A game's jar contributes one as a bean of its auto-configuration.
///
/// @param logicVersions which clients may play
/// @param model absent for a game without a player model
/// @param policy absent: every session of a device stays
/// @param clientReady absent: everybody is admitted
/// @param validator absent: every good token will do
/// @param serverCode makes what the game offers to clients; called once on each node that hosts the
///     game
/// @param admitsUnauthenticated whether clients may come without a token; they have what the server code
///     opens to them, and nothing else
public record GameDefinition(
        GameId id,
        LogicVersions logicVersions,
        @Nullable GameModel<?> model,
        @Nullable ConnectionPolicy policy,
        @Nullable ClientReady clientReady,
        @Nullable ClientValidator validator,
        Function<GameServices, ServerCode> serverCode,
        boolean admitsUnauthenticated) {

    /// A game with a player model, for clients of exactly its logic version.
    public static GameDefinition of(GameId id, GameModel<?> model) {
        return new GameDefinition(
                id, LogicVersions.only(model.logicVersion()), model, null, null, null, _ -> ServerCode.NONE, false);
    }

    /// A game without a player model.
    public static GameDefinition withoutModel(GameId id, LogicVersions logicVersions) {
        return new GameDefinition(id, logicVersions, null, null, null, null, _ -> ServerCode.NONE, false);
    }

    public GameDefinition with(ConnectionPolicy other) {
        return new GameDefinition(
                id, logicVersions, model, other, clientReady, validator, serverCode, admitsUnauthenticated);
    }

    public GameDefinition with(ClientReady other) {
        return new GameDefinition(
                id, logicVersions, model, policy, other, validator, serverCode, admitsUnauthenticated);
    }

    public GameDefinition withValidator(ClientValidator other) {
        return new GameDefinition(
                id, logicVersions, model, policy, clientReady, other, serverCode, admitsUnauthenticated);
    }

    public GameDefinition with(LogicVersions other) {
        return new GameDefinition(id, other, model, policy, clientReady, validator, serverCode, admitsUnauthenticated);
    }

    public GameDefinition withServerCode(Function<GameServices, ServerCode> other) {
        return new GameDefinition(
                id, logicVersions, model, policy, clientReady, validator, other, admitsUnauthenticated);
    }

    /// A game whose clients may come without a token, and log in later.
    public GameDefinition withUnauthenticated() {
        return new GameDefinition(id, logicVersions, model, policy, clientReady, validator, serverCode, true);
    }
}
