/// Checks the checker: that the swarm finds nothing where all is well, and finds what a careless server does.
@NullMarked
package dev.gatehouse.benchmarks.swarm;

import org.jspecify.annotations.NullMarked;
