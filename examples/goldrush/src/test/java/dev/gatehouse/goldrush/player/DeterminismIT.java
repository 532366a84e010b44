package dev.gatehouse.goldrush.player;

import dev.gatehouse.determinism.DeterminismContract;
import dev.gatehouse.model.player.GameModel;

class DeterminismIT implements DeterminismContract<Player> {

    @Override
    public GameModel<Player> game() {
        return Goldrush.MODEL;
    }
}
