/// What every player of a node shares: the limits, the clock, and the ports to the registry, to other services and to
/// who counts. Everything in it is thread-safe. Node code puts it together; the players use it.
@NullMarked
package dev.gatehouse.session.player.world;

import org.jspecify.annotations.NullMarked;
