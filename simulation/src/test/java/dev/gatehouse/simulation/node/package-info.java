/// A session-service node: everything of production below the sockets and above Redis.
@NullMarked
package dev.gatehouse.simulation.node;

import org.jspecify.annotations.NullMarked;
