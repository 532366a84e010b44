/// A deterministic simulation of the suite: proxies, session nodes, the registry and clients in one thread,
/// with time, network and faults drawn from one seed. The cores are those of production; what is simulated
/// is what is not ours or is I/O.
@NullMarked
package dev.gatehouse.simulation;

import org.jspecify.annotations.NullMarked;
