package dev.gatehouse.goldrush.player;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.player.GameModel;
import java.util.List;

/// The game, as its clients, its dedicated server and the services know it.
public final class Goldrush {

    public static final GameId ID = new GameId("goldrush");

    /// Grows with every change that makes an action or a tick lead elsewhere.
    public static final int LOGIC_VERSION = 3;

    public static final GameModel<Player> MODEL = GameModel.of(Player.class, player -> Player.newcomer())
            .logicVersion(LOGIC_VERSION)
            .ticksPerSecond(10)
            .actions(List.of(
                    DigGold.class, AddGold.class, SetTip.class, GiveGift.class, ClaimGift.class, RaiseFraudScore.class))
            .build();

    private Goldrush() {}
}
