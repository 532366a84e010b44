/// Which session-service node hosts a player, and how to get there. Knows the live nodes as of a moment ago; the lease,
/// which a node checks, has the last word.
@NullMarked
package dev.gatehouse.proxy.routing;

import org.jspecify.annotations.NullMarked;
