package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import java.util.List;

/// Decides which sessions stay when a device opens one more in the same game.
@FunctionalInterface
public interface ConnectionPolicy {

    /// Called on a virtual thread for the second and every later session of a device, one newcomer of a device
    /// after the other; may block for up to 2 s. A resume is not a new session and does not ask.
    ///
    /// @param current the newcomer
    /// @param all every session of the device in this game, the newcomer and those in recovery included
    /// @return who stays; strangers and repeats are ignored. An exception, a late answer or null is as if there
    ///     were no policy.
    List<SessionId> tooManyConnections(DeviceSession current, List<DeviceSession> all);
}
