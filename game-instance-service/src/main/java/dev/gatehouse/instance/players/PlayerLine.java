package dev.gatehouse.instance.players;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import org.jspecify.annotations.Nullable;

/// Reaches players where they are. Calls block for a bounded time and never throw because a player or a node is
/// away.
public interface PlayerLine {

    /// Begins to look for the player, without waiting.
    Reached reach(PlayerKey player);

    /// A player who is about to be told something.
    interface Reached {

        /// Tells the player's session, if there is one.
        Delivery tell(ServerMessage.GameInstance news);
    }

    /// What became of news for a player.
    enum Delivery {

        /// A session has it.
        HEARD,

        /// The player has no session. The next one asks by itself.
        AWAY,

        /// Nobody knows whether a session has it.
        UNKNOWN
    }

    /// Runs a server action on the player's model.
    ///
    /// @param key the same key runs the action once
    ActionAnswer act(PlayerKey player, ActionMode mode, ActionCall action, @Nullable String key);

    sealed interface ActionAnswer {
        /// @param id the action's number in the player's session
        record Accepted(long id) implements ActionAnswer {}

        record Refused(GameServerAnswer.Failure why) implements ActionAnswer {}
    }
}
