/// Checks that hold for the whole module.
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
