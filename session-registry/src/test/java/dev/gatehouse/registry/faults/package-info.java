/// Faults of Redis itself: killed, alone or with the owner of a player, failed over, cut off from its replica, out of
/// memory, the end of its file gone. Each prints its figure.
@NullMarked
package dev.gatehouse.registry.faults;

import org.jspecify.annotations.NullMarked;
