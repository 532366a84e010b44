package dev.gatehouse.registry.operations;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The rules of each game, and the orders to end players' sessions. Every service asks again and again, so that each
/// hears of a change within its own interval. Safe for use by several threads.
public interface Operations {

    /// How long an expulsion is listed: longer than any node needs to hear of it, and than a handshake may last.
    Duration LISTED = Duration.ofSeconds(30);

    /// The rules with the number of changes that led to them; none and 0 for a game that nobody has ruled on.
    record StoredRules(long version, GameRules rules) {}

    CompletionStage<StoredRules> rules(GameId game);

    /// Stores the next rules if the ones now are exactly those expected.
    ///
    /// @return false where somebody changed them meanwhile
    CompletionStage<Boolean> change(GameId game, StoredRules expected, GameRules next);

    /// Lists an expulsion for [#LISTED], in the place of an earlier one of the same player and kind.
    CompletionStage<Void> expel(GameId game, Expulsion expulsion);

    /// Takes a banned player off the list, so that sessions from here on stay.
    CompletionStage<Void> pardon(GameId game, PlayerId player);

    /// Everything listed, the latest first.
    CompletionStage<List<Expulsion>> expelled(GameId game);
}
