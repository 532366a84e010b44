package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Glance;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where instances are kept. Calls block, and fail with an exception where the store cannot be reached.
public interface InstanceStore {

    /// What became of a new instance.
    enum Storing {
        STORED,

        /// There is one of that id.
        WAS_THERE,

        /// As many live ones come from its root as may.
        TOO_MANY
    }

    /// Stores a new instance, unless there is one of that id. To do it again does no harm.
    ///
    /// @param lookIn when to look at it at the latest
    /// @param heardFor how long its server has been heard by that; zero where it has none yet
    Storing create(InstanceRecord instance, Duration lookIn, Duration heardFor);

    Optional<Stored> load(InstanceId id);

    /// What these instances are like; [Glance#NOTHING] for one that is not there. Cheap: one question for all of them.
    Map<InstanceId, Glance> glance(Collection<InstanceId> ids);

    /// Stores `next` if the instance is still exactly what was loaded, and its link is as `term` says.
    ///
    /// @param lookIn when to look at it at the latest: it may be looked at earlier
    Change change(Stored expected, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term);

    /// Notes when to look at the instance next; never again where empty.
    void lookAgain(InstanceId id, Optional<Duration> lookIn);

    /// Gives out instances whose time to be looked at has come, the most overdue first. Nobody else is given them
    /// for so long.
    List<InstanceId> takeDue(int limit, Duration held);

    /// Some of a game's instances, newest first.
    ///
    /// @param next the one before which to go on; empty where there are no more
    record Page(List<InstanceRecord> instances, Optional<InstanceId> next) {}

    /// @param before only those that are older than this one
    /// @param limit so many are looked at; those of them that are gone already are not in the page
    Page list(GameId game, Optional<InstanceId> before, int limit);

    /// The instances that are not over and in which the player has a seat, the one that was taken last first; at most
    /// [dev.gatehouse.registry.instance.PlayerInstances#MAX].
    List<InstanceRecord> ofPlayer(PlayerKey player);
}
