/// The simulator's word in the registry.
@NullMarked
package dev.gatehouse.launcher.simulator.redis;

import org.jspecify.annotations.NullMarked;
