package dev.gatehouse.model.player;

/// What every tick does to a model: pure, like an action.
@FunctionalInterface
public interface TickStep<M extends PlayerModel> {

    /// Makes the next model.
    ///
    /// @param context with the ticks that were run before this one
    M step(M model, ActionContext context);
}
