package dev.gatehouse.session.player.answer;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.player.PlayerModel;
import org.jspecify.annotations.Nullable;

/// What somebody hears who wants to see a player.
public sealed interface ViewAnswer {

    record Seen(PlayerView player) implements ViewAnswer {}

    /// @param model as it is now; absent for a game without a player model
    record Held(@Nullable PlayerModel model) implements ViewAnswer {}

    record UnknownGame() implements ViewAnswer {}

    /// Nobody of this id has ever played.
    record UnknownPlayer() implements ViewAnswer {}

    /// What is stored cannot be read by the game that is loaded here.
    record Unreadable() implements ViewAnswer {}

    /// Ask that node.
    record OwnedElsewhere(NodeId owner) implements ViewAnswer {}

    record Unavailable() implements ViewAnswer {}
}
