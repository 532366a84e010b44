/// Game servers as processes of this machine: for development, tests and single-machine games. Not for a
/// cluster.
@NullMarked
package dev.gatehouse.instance.allocation.process;

import org.jspecify.annotations.NullMarked;
