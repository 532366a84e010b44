package dev.gatehouse.simulation.proxy;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the game's policy says of a player's sessions: that all of them stay, or nothing at all.
public final class DeviceList {

    private final boolean keepsAll;
    private final Map<PlayerKey, List<SessionId>> known = new HashMap<>();

    public DeviceList(boolean keepsAll) {
        this.keepsAll = keepsAll;
    }

    /// Enters a newcomer.
    ///
    /// @return the sessions that the policy has kept beside it
    List<SessionId> enter(PlayerKey player, SessionId newcomer) {
        var all = known.computeIfAbsent(player, _ -> new ArrayList<>());
        var others = List.copyOf(all);
        all.add(newcomer);
        return keepsAll ? others : List.of();
    }
}
