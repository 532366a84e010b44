package dev.gatehouse.proxy.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.registry.device.DeviceClaim;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// The registry's list of the sessions of each device. Calls for the same device take effect one after the other,
/// whoever makes them.
public interface Devices {

    /// Puts the newcomer on the list, for as long as a handshake may last, and answers the whole of it.
    Mono<DeviceClaim> claim(GameId game, DeviceKey device, DeviceSession newcomer);

    /// As [#claim], for a newcomer that is to decide about the others: empty while another one does. Unless it is
    /// alone, its turn lasts until [#endTurn].
    Mono<Optional<DeviceClaim>> claimInTurn(GameId game, DeviceKey device, DeviceSession newcomer);

    /// Lets the next newcomer decide. Starts at once; a turn that is not ended times out.
    void endTurn(GameId game, DeviceKey device, SessionId session);

    /// Takes a session off the list. Starts at once, watched or not, and never fails: an entry that stays times out.
    Mono<Void> release(GameId game, DeviceKey device, SessionId session);
}
