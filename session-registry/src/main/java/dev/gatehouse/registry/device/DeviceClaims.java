package dev.gatehouse.registry.device;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import java.time.Duration;
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
