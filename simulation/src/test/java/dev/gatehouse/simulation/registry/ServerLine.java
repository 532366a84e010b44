package dev.gatehouse.simulation.registry;

import java.time.Duration;

/// A connection to the registry that may be slow, or break.
public interface ServerLine {

    /// Lets nothing through for a while.
    void stall(Duration length);

    /// Breaks the connection, and opens another after a while. Of what was on its way the first few still arrive.
    void interrupt(int arriving, Duration until);
}
