package dev.gatehouse.determinism.replay;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;

/// One thing that happens to a player.
public sealed interface Step<M extends PlayerModel> {

    /// So many ticks.
    record Ticks<M extends PlayerModel>(int count) implements Step<M> {}

    /// An action, run the first way of these that it admits: by the client, synchronized, unsynchronized.
    record Acts<M extends PlayerModel>(Action<M> action) implements Step<M> {}

    static <M extends PlayerModel> Step<M> ticks(int count) {
        return new Ticks<>(count);
    }

    static <M extends PlayerModel> Step<M> action(Action<M> action) {
        return new Acts<>(action);
    }
}
