package dev.gatehouse.client.live;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.CallError;

/// Hears of one group that this session is a member of, on the listener's thread.
public interface GroupListener {

    default void onJoined(PlayerId player) {}

    default void onLeft(PlayerId player) {}

    /// The group is dismissed. The last call; nobody is told to have left.
    default void onClosed() {}

    /// The session had to begin anew, and the group did not take this player back. The last call.
    default void onLost(CallError why) {}
}
