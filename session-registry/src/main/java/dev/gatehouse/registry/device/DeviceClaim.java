package dev.gatehouse.registry.device;

import dev.gatehouse.model.link.DeviceSession;
import java.util.List;

/// What the registry knows about a device once a newcomer is listed.
///
/// @param all every session of the device in the order in which they were claimed, the newcomer's included; no
///     two have the same `connectedAt`
/// @param crowdedOut the oldest sessions, no longer listed because the device had too many: they are to be
///     ended
public record DeviceClaim(List<DeviceSession> all, List<DeviceSession> crowdedOut) {

    public DeviceClaim {
        all = List.copyOf(all);
        crowdedOut = List.copyOf(crowdedOut);
    }
}
