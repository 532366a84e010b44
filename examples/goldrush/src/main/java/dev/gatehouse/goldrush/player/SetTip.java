package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.schema.Member;

/// The server says something useful.
///
/// @param text at most 280 characters
@ActionCode(102)
public record SetTip(@Member(1) String text) implements UnsynchronizedServerAction<Player> {

    public SetTip {
        if (text.length() > 280) {
            throw new IllegalArgumentException("text: " + text.length() + " characters (expected: at most 280)");
        }
    }

    @Override
    public Outcome<Player> execute(Player player, ActionContext context) {
        return Outcome.of(player.withTipOfTheDay(text));
    }
}
