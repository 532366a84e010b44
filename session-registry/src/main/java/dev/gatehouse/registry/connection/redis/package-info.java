/// The scripts behind `GameConnections`, one class each.
@NullMarked
package dev.gatehouse.registry.connection.redis;

import org.jspecify.annotations.NullMarked;
