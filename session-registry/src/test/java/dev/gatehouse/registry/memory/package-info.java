/// A model of the registry: its scripts as functions over maps, held to the same contracts as Redis. For
/// simulations, where time is not real and every answer may be late, lost or given twice.
@NullMarked
package dev.gatehouse.registry.memory;

import org.jspecify.annotations.NullMarked;
