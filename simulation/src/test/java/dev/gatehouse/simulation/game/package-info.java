/// The game that is simulated: it keeps a list of everything that was done, so that anything lost, doubled or
/// out of order shows.
@NullMarked
package dev.gatehouse.simulation.game;

import org.jspecify.annotations.NullMarked;
