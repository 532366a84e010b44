package dev.gatehouse.instance.partner;

import dev.gatehouse.instance.life.Deadlines;
import dev.gatehouse.instance.life.SeatedPlayers;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.registry.instance.InstanceRecord;

/// An instance as its server knows it.
final class LinkedInstances {

    static LinkedInstance of(InstanceRecord instance, Deadlines deadlines) {
        return new LinkedInstance(
                instance.id(),
                instance.gameId(),
                SeatedPlayers.of(instance),
                instance.data().own(),
                deadlines.keepAlive().toMillis(),
                deadlines.keepAliveMisses(),
                instance.data().shared(),
                instance.data().version(),
                instance.state(),
                instance.drainBy(),
                instance.declined());
    }

    private LinkedInstances() {}
}
