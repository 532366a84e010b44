package dev.gatehouse.registry.desync;

import dev.gatehouse.model.id.PlayerKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The desyncs of each player, the newest ones only, for whoever looks for the bug. Safe for use by several threads.
public interface DesyncBundles {

    /// Of one player at most; the oldest goes first.
    int MOST_KEPT = 5;

    /// Since the last one.
    Duration KEPT_FOR = Duration.ofDays(14);

    /// Keeps a bundle, in place of one of the same id.
    CompletionStage<Void> keep(PlayerKey player, KeptBundle bundle);

    /// All that are kept of a player, oldest first.
    CompletionStage<List<KeptBundle>> of(PlayerKey player);
}
