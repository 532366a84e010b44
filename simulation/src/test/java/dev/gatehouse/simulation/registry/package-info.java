/// The registry as a node reaches it: over lines on which requests are late, lost, or carried out without an
/// answer. Behind them is the model that keeps the contracts of Redis.
@NullMarked
package dev.gatehouse.simulation.registry;

import org.jspecify.annotations.NullMarked;
