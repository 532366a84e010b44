package dev.gatehouse.benchmarks.swarm;

import java.util.List;
import java.util.Optional;

/// What was seen beside the guests, of newcomers or of the processes themselves, as something was done to one of these.
interface Observation {

    /// @return what does not hold, for people; empty if all is well
    List<String> broken();

    /// For people.
    List<String> lines();

    /// How a swarm asks for it, once its guests are done.
    @FunctionalInterface
    interface Source {

        /// @param trips of all guests
        /// @return empty if there is nothing to be seen, or not yet
        Optional<Observation> report(List<Trip> trips) throws InterruptedException;
    }
}
