package dev.gatehouse.registry.topic;

import dev.gatehouse.model.id.PlayerId;
import java.util.List;

/// What came of a change to a topic.
public sealed interface Posted {

    /// It is done.
    ///
    /// @param position the number of the last entry, this change's included
    /// @param players who are members now, each once; only of a join and a take-over
    record Done(long position, List<PlayerId> players) implements Posted {}

    /// There are too many members already.
    record Full() implements Posted {}

    /// Whoever wanted to go on, leave, close or speak is no member, or there are none.
    record Absent() implements Posted {}
}
