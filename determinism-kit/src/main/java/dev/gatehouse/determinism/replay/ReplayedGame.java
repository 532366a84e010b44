package dev.gatehouse.determinism.replay;

import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;

/// Knows a game. A class that another process can make anew, so it has a constructor without parameters.
public interface ReplayedGame<M extends PlayerModel> {

    GameModel<M> game();
}
