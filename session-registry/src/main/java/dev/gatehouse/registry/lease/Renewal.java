package dev.gatehouse.registry.lease;

import java.util.List;

/// What became of the leases that were to be renewed. Each is in one of the lists.
///
/// @param held for another ttl, each with what the journal has
/// @param lost somebody took over, or they were released: stop at once
/// @param unconfirmed Redis did not answer: they end when they would have ended before, or later
public record Renewal(List<Held> held, List<Lease> lost, List<Lease> unconfirmed) {

    /// A lease that is held.
    ///
    /// @param nextIndex that the next entry of the player's journal would have had when it was renewed
    /// @param kept the number up to which all writes of sessions under this lease are known; 0 without one
    public record Held(Lease lease, long nextIndex, long kept) {}

    public Renewal {
        held = List.copyOf(held);
        lost = List.copyOf(lost);
        unconfirmed = List.copyOf(unconfirmed);
    }
}
