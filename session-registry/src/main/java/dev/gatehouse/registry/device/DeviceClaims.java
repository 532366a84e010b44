package dev.gatehouse.registry.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The sessions of each device within a game. Safe for use by several threads.
public interface DeviceClaims {

    /// Listed at once for one device and game; the oldest give way to newcomers.
    int MOST_SESSIONS = 32;

    /// Lists the newcomer among its device's sessions. Newcomers of one device are listed one after the other,
    /// so of two at once the second sees the first. Claimed again, a session keeps its place and is where the
    /// claim says it is.
    ///
    /// @param newcomer its `connectedAt` is not used: the registry's clock decides
    /// @param ttl how long it stays listed unless renewed
    CompletionStage<DeviceClaim> claim(GameId game, DeviceKey device, DeviceSession newcomer, Duration ttl);

    /// As [#claim], where newcomers decide who of the device's sessions stays: they do so one after the other.
    /// Unless it is alone, the newcomer has its turn from now on, until [#endTurn] or for as long as `turn`.
    ///
    /// @return empty, and the newcomer is not listed, while another one has its turn; ask again
    CompletionStage<Optional<DeviceClaim>> claimInTurn(
            GameId game, DeviceKey device, DeviceSession newcomer, Duration ttl, Duration turn);

    /// The newcomer has decided.
    ///
    /// @return false where it was not its turn
    CompletionStage<Boolean> endTurn(GameId game, DeviceKey device, SessionId session);

    /// Keeps a session listed.
    ///
    /// @param recovering whether it has no socket right now
    /// @return false where it is not listed any more; claim it again
    CompletionStage<Boolean> renew(GameId game, DeviceKey device, SessionId session, boolean recovering, Duration ttl);

    /// Takes a session off the list.
    ///
    /// @return false where it was not listed
    CompletionStage<Boolean> release(GameId game, DeviceKey device, SessionId session);
}
