package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.model.id.PlayerKey;
import java.time.Duration;

/// Decides how long a lease's epoch is known once nobody renews the lease any more. A player's must never start
/// again; of an unauthenticated session nothing is left by then that could be taken for another's.
final class EpochKeeping {

    private static final Duration OF_UNAUTHENTICATED = Duration.ofHours(1);

    /// 0 for ever.
    static long millis(PlayerKey player) {
        return player.playerId().isUnauthenticated() ? OF_UNAUTHENTICATED.toMillis() : 0;
    }

    private EpochKeeping() {}
}
