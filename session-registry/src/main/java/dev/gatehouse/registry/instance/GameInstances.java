package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// The game instances. Safe for use by several threads.
public interface GameInstances {

    /// How long anything of an instance is kept after its last change: longer than one may live.
    Duration KEPT = Duration.ofDays(2);

    /// @param version 1 at first, one more with every change
    /// @param heard whether the instance's server was heard within the time that its link was claimed for
    record Stored(InstanceRecord instance, long version, boolean heard) {}

    /// Binds what a provider's host calls a server to an instance, once.
    ///
    /// @return the instance that it is bound to: `candidate`, or an earlier one
    CompletionStage<InstanceId> claimHost(String provider, String hostId, InstanceId candidate);

    /// Stores a new instance, unless there is one of that id.
    ///
    /// @return false if there was one
    CompletionStage<Boolean> create(InstanceRecord instance);

    CompletionStage<Optional<Stored>> load(InstanceId id);

    /// The versions of these instances, in one round trip to each node of Redis; 0 for one that is not there.
    CompletionStage<Map<InstanceId, Long>> versions(Collection<InstanceId> ids);

    /// Stores `next` if state and version of the instance are exactly what they were in `expected`.
    ///
    /// @return false if somebody else changed it in between
    CompletionStage<Boolean> change(Stored expected, InstanceRecord next);

    /// Notes that the instance is to be looked at in so long.
    ///
    /// @return whether nobody was to look at it before
    CompletionStage<Boolean> lookIn(InstanceId id, Duration delay);

    /// The same, but leaves it where it is to be looked at earlier.
    CompletionStage<Boolean> lookNoLater(InstanceId id, Duration delay);

    /// Notes that nobody need look at the instance any more.
    ///
    /// @return whether somebody was to
    CompletionStage<Boolean> lookNoMore(InstanceId id);

    /// Instances whose time to be looked at has come, the most overdue first.
    CompletionStage<List<InstanceId>> due(int limit);

    /// Adds an instance to the list of its game.
    ///
    /// @return how many were dropped from the list because they are too old to be there any more
    CompletionStage<Long> enlist(GameId game, InstanceId id);

    /// The ids of a game's newest instances, newest first; some may be gone already.
    CompletionStage<List<InstanceId>> list(GameId game, int limit);
}
