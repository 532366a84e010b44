package dev.gatehouse.model.servercode;

import dev.gatehouse.model.player.PlayerModel;
import org.jspecify.annotations.Nullable;

/// What the services ask a game's code, each where the game has something to say.
///
/// @param policy absent: every session of a device stays
/// @param clientReady absent: everybody is admitted
/// @param validator absent: every good token will do
/// @param sessionStart absent: a session begins with the model as it was left
/// @param instanceRules absent: [InstanceRules#USUAL]
public record GameHooks(
        @Nullable ConnectionPolicy policy,
        @Nullable ClientReady clientReady,
        @Nullable ClientValidator validator,
        @Nullable SessionStart<PlayerModel> sessionStart,
        @Nullable InstanceRules instanceRules) {

    /// A game that leaves everything as it is without it.
    public static final GameHooks NONE = new GameHooks(null, null, null, null, null);

    GameHooks withPolicy(ConnectionPolicy other) {
        return new GameHooks(other, clientReady, validator, sessionStart, instanceRules);
    }

    GameHooks withClientReady(ClientReady other) {
        return new GameHooks(policy, other, validator, sessionStart, instanceRules);
    }

    GameHooks withValidator(ClientValidator other) {
        return new GameHooks(policy, clientReady, other, sessionStart, instanceRules);
    }

    GameHooks withSessionStart(SessionStart<PlayerModel> other) {
        return new GameHooks(policy, clientReady, validator, other, instanceRules);
    }

    GameHooks withInstanceRules(InstanceRules other) {
        return new GameHooks(policy, clientReady, validator, sessionStart, other);
    }
}
