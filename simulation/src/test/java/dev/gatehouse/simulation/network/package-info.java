/// Connections between processes: in order while they last, late at will, and cut without warning.
@NullMarked
package dev.gatehouse.simulation.network;

import org.jspecify.annotations.NullMarked;
