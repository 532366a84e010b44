/// The scripts behind `PlayerLeases`, one class each.
@NullMarked
package dev.gatehouse.registry.lease.redis;

import org.jspecify.annotations.NullMarked;
