package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The game instances. Safe for use by several threads.
public interface GameInstances {

    /// How long anything of an instance is kept after its last change: longer than one may live.
    Duration KEPT = Duration.ofDays(2);

    /// @param version above 0, and higher with every change; no two bodies ever have the same, not even where Redis
    ///   has lost what it held in between
    /// @param heardFor for how much longer the instance's server counts as heard; zero where it was
    ///   silent for longer than its link was claimed for
    /// @param link the live link of its server, if there is one
    record Stored(
            InstanceRecord instance,
            long version,
            Duration heardFor,
            @Nullable String link) {

        /// Whether the instance's server was heard lately enough.
        public boolean heard() {
            return heardFor.isPositive();
        }

        public Glance glance() {
            return new Glance(version, link);
        }

        /// What is stored once this has been changed.
        public Stored next(InstanceRecord next, long version, LinkTerm term) {
            return term instanceof LinkTerm.Taken(var taken, var _, var ttl)
                    ? new Stored(next, version, ttl, taken)
                    : new Stored(next, version, heardFor, link);
        }
    }

    /// As much of an instance as says whether there is something new.
    ///
    /// @param link the live link of its server, if there is one
    record Glance(long version, @Nullable String link) {

        public static final Glance NOTHING = new Glance(0, null);
    }

    /// What became of a change.
    sealed interface Change {

        /// @param version from now on
        record Done(long version) implements Change {}

        /// Somebody else changed the instance in between.
        record Overtaken() implements Change {}

        /// The link is not what the change was made to depend on.
        record NotSoLinked() implements Change {}
    }

    /// Binds what a provider's host calls a server to an instance, once.
    ///
    /// @return the instance that it is bound to: `candidate`, or an earlier one
    CompletionStage<InstanceId> claimHost(String provider, String hostId, InstanceId candidate);

    /// Stores a new instance, unless there is one of that id.
    ///
    /// @param heardFor its server counts as heard for so long; zero where it has none yet
    /// @return false if there was one
    CompletionStage<Boolean> create(InstanceRecord instance, Duration heardFor);

    CompletionStage<Optional<Stored>> load(InstanceId id);

    /// What these instances are like, in one round trip to each node of Redis; [Glance#NOTHING] for one that is not
    /// there.
    CompletionStage<Map<InstanceId, Glance>> glance(Collection<InstanceId> ids);

    /// Stores `next` if state and version of the instance are exactly what they were in `expected`, however long ago
    /// that was, and its link is as `term` says.
    CompletionStage<Change> change(Stored expected, InstanceRecord next, LinkTerm term);

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

    /// Gives out instances whose time to be looked at has come, the most overdue first. Nobody else is given them
    /// for so long; whoever looks says when next, and those of a node that dies come again after it.
    CompletionStage<List<InstanceId>> takeDue(int limit, Duration held);

    /// Adds an instance to the list of its game.
    ///
    /// @return how many were dropped from the list because they are too old to be there any more
    CompletionStage<Long> enlist(GameId game, InstanceId id);

    /// The ids of a game's newest instances, newest first; some may be gone already.
    ///
    /// @param before only those that are older than this one are listed: none where it is not in the list itself
    CompletionStage<List<InstanceId>> list(GameId game, Optional<InstanceId> before, int limit);
}
