package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Which live instances come from one game server: those that it created itself, and those that the servers of
/// these did. Kept beside the instances, which may be on other nodes of a cluster: an instance counts before it is
/// stored, so that there are never more than may be - but for what a Redis that fails over has forgotten of them, and
/// for an instance that takes longer to be stored than an entry is trusted -, and where it never was its entry is one
/// too many until somebody
/// sees that. Safe for use by several threads.
public interface Offspring {

    /// At most so many are doubted at a time.
    int MOST_DOUBTED = 16;

    /// What became of a wish to count.
    sealed interface Count {

        /// The instance counts, from now on or already.
        record Counts() implements Count {}

        /// It does not: there are as many others as there may be.
        ///
        /// @param doubted those of the others that were counted, or doubted, longest ago
        /// @param at when they were doubted, by the registry's clock
        record Full(List<InstanceId> doubted, long at) implements Count {

            public Full {
                doubted = List.copyOf(doubted);
            }
        }
    }

    /// Counts an instance that is about to be stored. To do it again does no harm.
    ///
    /// @param root the server that it comes from
    /// @param most so many may come from it at a time
    /// @param trusted for so long nobody doubts an entry: longer than it takes to store an instance
    CompletionStage<Count> count(ServerId root, InstanceId instance, int most, Duration trusted);

    /// Counts an instance no more.
    ///
    /// @return whether it did
    CompletionStage<Boolean> forget(ServerId root, InstanceId instance);

    /// Counts instances no more that were found to be gone, except those that were counted again since they were
    /// doubted.
    ///
    /// @return how many did
    CompletionStage<Long> forgetDoubted(ServerId root, Collection<InstanceId> gone, long at);
}
