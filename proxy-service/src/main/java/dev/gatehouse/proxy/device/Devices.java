package dev.gatehouse.proxy.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaim;
import reactor.core.publisher.Mono;

/// The registry's list of the sessions of each device. Calls for the same device take effect one after the other,
/// whoever
/// makes them.
public interface Devices {

    /// Puts the newcomer on the list, for as long as a handshake may last, and answers the whole of it.
    Mono<DeviceClaim> claim(GameId game, DeviceKey device, DeviceSession newcomer);

    /// Takes a session off the list. Starts at once; that it failed is no concern of the caller's, the entry times out.
    void release(GameId game, DeviceKey device, SessionId session);
}
