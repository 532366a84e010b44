package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The game's players as its server code sees and changes them. From any thread; never blocks.
///
/// Each answer is of a player that this node owns or takes over because nobody does; of one that
/// another node owns nothing is known here.
public interface PlayerModels {

    /// The model as it is in the journal, `@ServerOnly` members included. Empty for somebody who never
    /// played, and where it cannot be had here and now.
    <M extends PlayerModel> CompletionStage<Optional<M>> find(PlayerId player, Class<M> type);

    /// Gives a server action to a player, synchronized or not by its type. To give it again where the answer is
    /// [GiveAnswer.Unavailable] may give it twice.
    ///
    /// @throws IllegalArgumentException if the action is not one of this game's or not a server action, or has an
    ///     argument that cannot be stored
    default CompletionStage<GiveAnswer> give(PlayerId player, Action<?> action) {
        return give(player, action, null);
    }

    /// The same, once under a key, however often it is given. A player's last 256 keys are known; one before those is
    /// new again.
    ///
    /// @param key 1 to 128 characters; absent where once more does no harm
    /// @throws IllegalArgumentException as [#give(PlayerId, Action)], and for a key of another length
    CompletionStage<GiveAnswer> give(PlayerId player, Action<?> action, @Nullable String key);

    /// Edits a player's model directly, without an action. Nobody's client hears of it: the next
    /// session begins with it. So while one plays, only `@ServerOnly` members may change.
    ///
    /// @param edit makes the next model from the one at hand. It runs on the player's shard and may not
    ///     block; it need not be pure, because its result is stored. What it throws fails the stage,
    ///     and changes nothing
    <M extends PlayerModel> CompletionStage<EditAnswer> edit(
            PlayerId player, Class<M> type, UnaryOperator<M> edit, WhilePlaying whilePlaying);
}
