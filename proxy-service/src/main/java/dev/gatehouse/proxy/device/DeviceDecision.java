package dev.gatehouse.proxy.device;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who stays and who goes when a device opens one more session.
///
/// @param stays whether the newcomer does
/// @param losers the older sessions that end
/// @param kept the older sessions of which the game said that they stay
record DeviceDecision(boolean stays, List<DeviceSession> losers, List<SessionId> kept) {

    /// Nobody has said anything.
    static final DeviceDecision EVERYBODY_STAYS = new DeviceDecision(true, List.of(), List.of());

    /// Applies what the game said. Where it said nothing everybody stays; sessions that it named and that are not
    /// there,
    /// or named twice, do not matter.
    ///
    /// @param all includes the newcomer
    static DeviceDecision of(SessionId newcomer, List<DeviceSession> all, Optional<Set<SessionId>> kept) {
        if (kept.isEmpty()) {
            return EVERYBODY_STAYS;
        }
        var older = all.stream()
                .filter(session -> !session.sessionId().equals(newcomer))
                .toList();
        var losers = older.stream()
                .filter(session -> !kept.get().contains(session.sessionId()))
                .toList();
        var stay = older.stream()
                .map(DeviceSession::sessionId)
                .filter(kept.get()::contains)
                .toList();
        return new DeviceDecision(kept.get().contains(newcomer), losers, stay);
    }

    /// Also ends these.
    DeviceDecision withLosers(List<DeviceSession> more) {
        return new DeviceDecision(
                stays, Stream.concat(losers.stream(), more.stream()).toList(), kept);
    }
}
