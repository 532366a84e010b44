package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.players.PlayerLine;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import org.jspecify.annotations.Nullable;

/// For tests in which nobody reaches a player.
final class NoPlayers implements PlayerLine {

    @Override
    public Reached reach(PlayerKey player) {
        throw new AssertionError("no test here tells a player");
    }

    @Override
    public ActionAnswer act(PlayerKey player, ActionMode mode, ActionCall action, @Nullable String key) {
        throw new AssertionError("no test here acts on a player");
    }
}
