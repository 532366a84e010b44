package dev.gatehouse.registry.session;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The sessions that another node could go on with. They are kept for as long as the player's lease is
/// renewed, and for a while after that; see [dev.gatehouse.registry.lease.PlayerLeases#renew]. Safe for
/// use by several threads.
public interface PlayerSessions {

    /// Sessions of one player that are kept at most.
    int MOST_KEPT = 8;

    /// All sessions of the player. Claim the lease first: then nobody else changes them.
    CompletionStage<KeptSessions> load(PlayerKey player);

    /// Stores sessions, each in place of what was stored for it before. Never fails.
    ///
    /// @param keep for how long the player's sessions are kept, unless the lease is renewed
    /// @param first the number of the first of these writes; those of the others follow
    /// @return the worst of what became of them
    CompletionStage<KeepResult> store(Lease lease, List<SessionRecord> sessions, Duration keep, WriteNumber first);

    /// Forgets a session that is over. Never fails.
    CompletionStage<KeepResult> forget(Lease lease, SessionId session);
}
