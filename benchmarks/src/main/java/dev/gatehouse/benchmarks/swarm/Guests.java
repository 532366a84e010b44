package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.guest.GuestRefusedException;

/// Makes the swarm's guests.
@FunctionalInterface
interface Guests {

    /// An account that nobody has used yet, and where to play with it. May block.
    ClientSettings newcomer() throws GuestRefusedException;
}
