package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// In which instances a player has a seat. An index beside the instances, which may be on other nodes of a cluster:
/// what is in it is where to look, and whether it is so only the instance says. Safe for use by several threads.
///
/// Each entry has the version of the instance that the seat is taken on. A seat that was given up at some version
/// takes no entry away that was noted on that version or a later one: of those who leave and come back at the same
/// time the last stays in the index.
public interface PlayerInstances {

    /// At most so many of one player; of more the seats that were taken last.
    int MAX = 100;

    /// Notes that these players are about to have a seat in the instance. To do it again does no harm.
    ///
    /// @param version of the instance that the seats are taken on: what it has before they are
    CompletionStage<Void> note(InstanceId instance, Collection<PlayerKey> players, long version);

    /// Forgets what was noted of these players on an earlier version of the instance.
    ///
    /// @param version at which they had no seat that counts
    CompletionStage<Void> forget(InstanceId instance, Collection<PlayerKey> players, long version);

    /// Where the player may have a seat, the one that was taken last first; at most [#MAX].
    CompletionStage<List<InstanceId>> of(PlayerKey player);
}
