/// Time that is not real: one agenda of everything that will happen, and processes whose threads and timers
/// are entries in it.
@NullMarked
package dev.gatehouse.simulation.time;

import org.jspecify.annotations.NullMarked;
