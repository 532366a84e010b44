package dev.gatehouse.registry.session;

import java.time.Duration;
import java.util.List;

/// All sessions that are kept of a player.
///
/// @param remaining until they are forgotten, unless their owner lives; zero where there are none
public record KeptSessions(List<SessionRecord> sessions, Duration remaining) {

    public KeptSessions {
        sessions = List.copyOf(sessions);
    }
}
