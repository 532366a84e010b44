package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.schema.Member;

/// The player digs.
///
/// @param amount nuggets, 1 to 10; more than that nobody finds at once
@ActionCode(100)
public record DigGold(@Member(1) int amount) implements ClientAction<Player> {

    @Override
    public Outcome<Player> execute(Player player, ActionContext context) {
        if (amount < 1 || amount > 10) {
            return Outcome.refused(player, "not_that_much");
        }
        return player.hasRoomFor(amount)
                ? Outcome.of(player.withGold(player.gold() + amount))
                : Outcome.refused(player, "purse_full");
    }
}
