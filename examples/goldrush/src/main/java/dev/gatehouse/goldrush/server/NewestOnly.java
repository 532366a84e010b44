package dev.gatehouse.goldrush.server;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.servercode.ConnectionPolicy;
import java.util.List;

/// Nobody digs in two places at once: the newest session of a device stays, the others go.
public final class NewestOnly implements ConnectionPolicy {

    @Override
    public List<SessionId> tooManyConnections(DeviceSession current, List<DeviceSession> all) {
        return List.of(current.sessionId());
    }
}
