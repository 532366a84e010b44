/// Mistakes that are put in on purpose, through [dev.gatehouse.simulation.Plants]. Each stands in the place of a part
/// of the registry as a node reaches it, and does one thing wrong.
@NullMarked
package dev.gatehouse.simulation.plant;

import org.jspecify.annotations.NullMarked;
