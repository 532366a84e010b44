package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.UnsynchronizedServerAction;
import dev.gatehouse.model.schema.Member;

/// The studio found something odd.
///
/// @param points 1 to 100
@ActionCode(105)
public record RaiseFraudScore(@Member(1) int points) implements UnsynchronizedServerAction<Player> {

    /// No score is higher.
    static final int MAX_SCORE = 1_000;

    @Override
    public Outcome<Player> execute(Player player, ActionContext context) {
        if (points < 1 || points > 100) {
            return Outcome.refused(player, "points_out_of_range");
        }
        return Outcome.of(player.withFraudScore(Math.min(MAX_SCORE, player.fraudScore() + points)));
    }
}
