package dev.gatehouse.session.session;

import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceChanged;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import java.util.Optional;

/// What a client last heard of maintenance; at first what everybody takes for granted.
final class Bulletin {

    private Maintenance told = new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null);

    /// What the client is to hear; empty where it knows that.
    Optional<MaintenanceChanged> news(Maintenance now) {
        if (now.equals(told)) {
            return Optional.empty();
        }
        told = now;
        return Optional.of(new MaintenanceChanged(now.state(), now.startsAt(), now.estimatedMillis()));
    }
}
