package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PendingQueue.Claim;
import dev.gatehouse.model.schema.Member;

/// The player unpacks a gift.
///
/// @param id as in [Player#gifts()]
@ActionCode(104)
public record ClaimGift(@Member(1) long id) implements ClientAction<Player> {

    /// An inventory holds at most this many different items, and this many of each.
    private static final int MAX_ITEMS = 1_000;

    private static final int MAX_OF_ONE = 1_000_000;

    @Override
    public Outcome<Player> execute(Player player, ActionContext context) {
        return player.gifts()
                .claim(id)
                .map(claim -> unpack(player, claim))
                .orElseGet(() -> Outcome.refused(player, "no_such_gift"));
    }

    private static Outcome<Player> unpack(Player player, Claim<Gift> claim) {
        var gift = claim.value();
        var inventory = player.inventory();
        int owned = inventory.getOrDefault(gift.item(), 0);
        boolean isFull = owned == 0 && inventory.size() >= MAX_ITEMS;
        if (isFull || owned > MAX_OF_ONE - gift.amount()) {
            return Outcome.refused(player, "inventory_full");
        }
        return Outcome.of(
                player.withGifts(claim.rest()).withInventory(inventory.plus(gift.item(), owned + gift.amount())));
    }
}
