package dev.gatehouse.model.player;

import org.jspecify.annotations.Nullable;

/// A timeline after one action.
///
/// @param result [Outcome#OK], the game's own code, or [Outcome#THREW]
/// @param failure what the action threw, for the log; the timeline is then as it was
public record Applied<M extends PlayerModel>(
        Timeline<M> timeline, String result, @Nullable Throwable failure) {

    public boolean isOk() {
        return result.equals(Outcome.OK);
    }
}
