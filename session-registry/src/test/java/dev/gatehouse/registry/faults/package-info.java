/// Faults of Redis itself: killed, failed over, cut off from its replica, out of memory. Each prints its figure.
@NullMarked
package dev.gatehouse.registry.faults;

import org.jspecify.annotations.NullMarked;
