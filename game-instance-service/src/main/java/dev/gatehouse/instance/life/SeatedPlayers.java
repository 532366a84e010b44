package dev.gatehouse.instance.life;

import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import java.util.List;

/// The players of an instance as its server hears of them.
public final class SeatedPlayers {

    public static List<SeatedPlayer> of(InstanceRecord instance) {
        return instance.players().stream().map(SeatedPlayers::of).toList();
    }

    public static SeatedPlayer of(Seat seat) {
        return new SeatedPlayer(
                seat.playerId(), seat.team(), seat.data().value(), seat.data().version(), seat.connected());
    }

    private SeatedPlayers() {}
}
