package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.SynchronizedServerAction;
import dev.gatehouse.model.schema.Member;

/// The server gives gold: for a birthday, for a game well played.
///
/// @param amount nuggets, 1 or more
@ActionCode(101)
public record AddGold(@Member(1) int amount) implements SynchronizedServerAction<Player> {

    @Override
    public Outcome<Player> execute(Player player, ActionContext context) {
        if (amount < 1) {
            return Outcome.refused(player, "nothing_to_add");
        }
        return player.hasRoomFor(amount)
                ? Outcome.of(player.withGold(player.gold() + amount))
                : Outcome.refused(player, "purse_full");
    }
}
