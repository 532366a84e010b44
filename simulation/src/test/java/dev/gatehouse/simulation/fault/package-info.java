/// What goes wrong: crashes, pauses, delays, cuts and interruptions, at times that the seed draws.
@NullMarked
package dev.gatehouse.simulation.fault;

import org.jspecify.annotations.NullMarked;
