package dev.gatehouse.registry.lease;

import java.util.List;

/// What became of the leases that were to be renewed. Each is in one of the lists.
///
/// @param held for another ttl
/// @param lost somebody took over, or they were released: stop at once
/// @param unconfirmed Redis did not answer: they end when they would have ended before, or later
public record Renewal(List<Lease> held, List<Lease> lost, List<Lease> unconfirmed) {

    public Renewal {
        held = List.copyOf(held);
        lost = List.copyOf(lost);
        unconfirmed = List.copyOf(unconfirmed);
    }
}
