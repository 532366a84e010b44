/// What the suite costs: `hotpath` measures code in one JVM, `swarm` loads a running suite and checks what came of it.
/// Nothing of this is part of a release, and no other module may use it.
@NullMarked
package dev.gatehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
