package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.schema.Member;

/// The server puts a gift where the player finds it when there is time for it.
@ActionCode(103)
public record GiveGift(@Member(1) Gift gift) implements UnsynchronizedServerAction<Player> {

    @Override
    public Outcome<Player> execute(Player player, ActionContext context) {
        return player.gifts().isFull()
                ? Outcome.refused(player, "too_many_gifts")
                : Outcome.of(player.withGifts(player.gifts().append(gift)));
    }
}
