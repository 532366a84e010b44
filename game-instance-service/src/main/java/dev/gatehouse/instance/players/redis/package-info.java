/// Finds the nodes that hold players in the registry.
@NullMarked
package dev.gatehouse.instance.players.redis;

import org.jspecify.annotations.NullMarked;
