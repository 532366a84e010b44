package dev.gatehouse.proxy.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import java.util.List;

/// A session that is about to open on a device.
///
/// @param kept the device's other sessions that the game has kept beside it; none where it said nothing
public record Newcomer(PlayerKey player, DeviceKey device, SessionId session, List<SessionId> kept) {

    public Newcomer {
        kept = List.copyOf(kept);
    }

    public Newcomer(PlayerKey player, DeviceKey device, SessionId session) {
        this(player, device, session, List.of());
    }

    Newcomer beside(List<SessionId> others) {
        return new Newcomer(player, device, session, others);
    }
}
