package dev.gatehouse.registry.operations;

import dev.gatehouse.model.id.PlayerKey;
import java.util.concurrent.CompletionStage;

/// How each player stands with the operators. Safe for use by several threads.
public interface Standings {

    CompletionStage<Standing> of(PlayerKey player);

    /// Notes the logic version that the player plays; only a higher one than before changes anything.
    CompletionStage<Void> played(PlayerKey player, int logicVersion);

    /// Bans the player from here on, in the place of an earlier ban. Does not end sessions: see [Operations#expel].
    CompletionStage<Void> ban(PlayerKey player, Ban ban);

    /// @return whether there was a ban, over or not
    CompletionStage<Boolean> lift(PlayerKey player);
}
