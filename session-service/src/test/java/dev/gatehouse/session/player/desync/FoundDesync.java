package dev.gatehouse.session.player.desync;

import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.Rendering;
import dev.gatehouse.session.session.Session;
import java.time.Instant;
import java.util.List;

/// Desyncs of new purses, for tests.
final class FoundDesync {

    /// @param flush its number
    static Desync of(Session session, long flush) {
        return new Desync(
                session,
                Instant.EPOCH,
                Rendering.of(PlayerState.start(Purse.MODEL, Purse.NEW, Instant.EPOCH)),
                List.of(),
                new Desync.Compared(flush, List.of(), 0, "0123456789abcdef", "fedcba9876543210"),
                Purse.NEW);
    }

    private FoundDesync() {}
}
