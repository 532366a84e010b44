/// Faults of Redis itself: killed, alone or with the owner of a player, failed over, cut off from its replica, out of
/// memory, the end of its file gone; and nodes that race for a player in it. Each prints its figure.
@NullMarked
package dev.gatehouse.registry.faults;

import org.jspecify.annotations.NullMarked;
