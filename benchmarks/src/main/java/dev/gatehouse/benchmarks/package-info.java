/// What the suite costs: `hotpath` measures code in one JVM, `swarm` and `crowd` load a running suite and check
/// what came of it, with what they share in `tool`. Nothing of this is part of a release, and no other module may use
/// it.
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
